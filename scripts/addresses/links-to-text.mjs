/**
 * Returns Markdown in which relative links to files outside of the package are text.
 *
 * @param {string} markdown
 * @param {(target: string) => boolean} exists whether a target, relative to the document, is in the package
 */
export function linksToText(markdown, exists) {
  return markdown.replaceAll(/\[([^\]]*)\]\(([^()\s]+)\)/g, (link, text, target) => {
    const [file] = target.split('#')
    return /^[a-z]+:/.test(target) || file === '' || exists(file) ? link : text
  })
}
