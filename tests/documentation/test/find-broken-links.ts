import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { REPOSITORY_URL } from '../../../scripts/project-address.mjs'
import { anchorsOf } from './anchors-of.js'
import { parseMarkdown } from './parse-markdown.js'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** Lists the Markdown documents of the repository, relative to its root, without the generated API reference. */
export const findDocuments = (): string[] =>
  globSync(
    [
      '*.md',
      '{packages,apps,tests,tooling}/*/*.md',
      'apps/*.md',
      'apps/panels/*/*.md',
      'tests/runtimes/*/*.md',
      'docs/*.md',
      'docs/decisions/*.md',
      'skills/*/*.md',
      'llms.txt',
    ],
    {
      cwd: ROOT,
    },
  ).sort()

/**
 * Returns the relative links of a document whose file or heading does not exist.
 *
 * @param document its path, relative to the repository root
 * @param markdown its text
 */
export function findBrokenLinks(document: string, markdown = read(document)): string[] {
  return linksOf(markdown)
    .map((target) => inRepository(document, target))
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => !exists(document, target))
}

/** Returns the targets of the links and the images of a document. Code contains none. */
function linksOf(markdown: string): string[] {
  const inline = parseMarkdown(markdown).flatMap(({ children }) => children ?? [])
  return inline.flatMap((token) => token.attrGet('href') ?? token.attrGet('src') ?? [])
}

/** Returns an absolute address of this repository as a relative link, and other targets as they are. */
function inRepository(document: string, target: string): string {
  const prefix = `${REPOSITORY_URL}/tree/main/`
  if (REPOSITORY_URL === '' || !target.startsWith(prefix)) return target
  return path.relative(path.dirname(document), target.slice(prefix.length))
}

function exists(document: string, target: string): boolean {
  const [link = '', anchor] = target.split('#')
  const file = link === '' ? document : path.join(path.dirname(document), decodeURI(link))
  if (!existsSync(path.join(ROOT, file))) return false
  if (anchor === undefined) return true
  const headings = path.extname(file) === '.md' ? file : path.join(file, 'README.md')
  return (
    existsSync(path.join(ROOT, headings)) &&
    anchorsOf(headings, read(headings)).includes(decodeURIComponent(anchor))
  )
}

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')
