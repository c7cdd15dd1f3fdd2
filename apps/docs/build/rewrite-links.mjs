import path from 'node:path'

const LINK = /(?<before>\[(?<text>[^\]]*)\]\()(?<target>[^()\s]+)\)/g
const CODE = /^(?:```|~~~)[\s\S]*?^(?:```|~~~)/gm

/**
 * Returns a document of the repository for the site: links to other documents lead to their pages, and links to other files to
 * the repository. While its address is unknown, those are text.
 *
 * @param {string} markdown
 * @param {{ file: string, repositoryUrl: string }} place the document, relative to the root of the repository
 */
export function rewriteLinks(markdown, { file, repositoryUrl }) {
  return outsideOfCode(markdown, (prose) =>
    prose.replaceAll(LINK, (link, ...rest) => {
      const { before, text, target } = rest.at(-1)
      const place = inRepository(target, { file, repositoryUrl })
      if (place === undefined) return link
      const page = pageOf(`${place.file}${place.anchor}`) ?? pageOf(place.file)
      if (page !== undefined) return `${before}${page}${page.endsWith('/') ? '' : place.anchor})`
      return repositoryUrl === '' ? text : `${before}${repositoryUrl}/tree/main/${place.file}${place.anchor})`
    }),
  )
}

/** Returns the file and the anchor that a link leads to, relative to the root; undefined outside of the repository. */
function inRepository(target, { file, repositoryUrl }) {
  const prefix = `${repositoryUrl}/tree/main/`
  const isOwn = repositoryUrl !== '' && target.startsWith(prefix)
  if (!isOwn && (/^[a-z]+:/.test(target) || target.startsWith('#'))) return undefined
  const relative = isOwn ? target.slice(prefix.length) : path.posix.join(path.posix.dirname(file), target)
  const [linked, anchor] = relative.split('#')
  return { file: linked.replace(/\/$/, ''), anchor: anchor === undefined ? '' : `#${anchor}` }
}

/** Returns the page of a document: of a package's README, a guide, of the API reference, of SECURITY, of the root's README. */
function pageOf(file) {
  const readme = /^packages\/(?<name>[\w-]+)(?:\/README\.md)?$/.exec(file)
  if (readme) return `/packages/${readme.groups.name}`
  const guide = /^apps\/docs\/pages\/(?<page>[\w/-]+)\.md$/.exec(file)
  if (guide) return `/${guide.groups.page.replace(/(^|\/)index$/, '$1')}`
  const api = /^docs\/api\/(?<page>.+)\.md$/.exec(file)
  if (api) return `/api/${api.groups.page.replace(/^README$/, '')}`
  return {
    'SECURITY.md': '/security',
    'README.md': '/what-it-is',
    'README.md#packages': '/packages/',
    'docs/api': '/api/',
  }[file]
}

function outsideOfCode(markdown, change) {
  const blocks = markdown.match(CODE) ?? []
  return markdown
    .split(CODE)
    .map((prose, index) => change(prose) + (blocks[index] ?? ''))
    .join('')
}
