import path from 'node:path'

const LINK = /(?<before>\]\()(?<target>\.[^()\s]+)(?=\))/g

/**
 * Returns Markdown with an absolute address for each relative link that leaves its package. npm shows a README without the
 * repository around it, where such links lead nowhere.
 *
 * @param {string} markdown
 * @param {{ folder: string, repositoryUrl: string }} place the folder of the document, relative to the root
 * @returns {string} the same text while the address is unknown
 */
export function absoluteLinks(markdown, { folder, repositoryUrl }) {
  if (!repositoryUrl) return markdown
  return markdown.replaceAll(LINK, (link, before, target) => {
    const file = path.posix.join(folder, target)
    return file.startsWith(`${folder}/`) ? link : `${before}${repositoryUrl}/tree/main/${file}`
  })
}
