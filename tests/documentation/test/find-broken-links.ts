import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import GithubSlugger from 'github-slugger'
import { globSync } from 'tinyglobby'
import { REPOSITORY_URL } from '../../../scripts/project-address.mjs'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const CODE = /^```[\s\S]*?^```|`[^`\n]*`/gm
const LINK = /\]\((?<target>[^()\s]+)\)/g
const HEADING = /^#{1,6} (?<text>.+)$/gm

/** Lists the Markdown documents of the repository, relative to its root, without the generated API reference. */
export const findDocuments = (): string[] =>
  globSync(
    [
      '*.md',
      '{packages,apps,tests,tooling}/*/*.md',
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
  const withoutCode = markdown.replaceAll(/^```[\s\S]*?^```/gm, '')
  return Array.from(withoutCode.matchAll(LINK), ({ groups }) => groups?.['target'] ?? '')
    .map((target) => inRepository(document, target))
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => !exists(document, target))
}

/** Returns an absolute address of this repository as a relative link, and other targets as they are. */
function inRepository(document: string, target: string): string {
  const prefix = `${REPOSITORY_URL}/tree/main/`
  if (REPOSITORY_URL === '' || !target.startsWith(prefix)) return target
  return path.relative(path.dirname(document), target.slice(prefix.length))
}

function exists(document: string, target: string): boolean {
  const [link = '', anchor] = target.split('#')
  const file = link === '' ? document : path.join(path.dirname(document), link)
  if (!existsSync(path.join(ROOT, file))) return false
  if (anchor === undefined) return true
  const headings = file.endsWith('.md') ? file : path.join(file, 'README.md')
  return existsSync(path.join(ROOT, headings)) && anchorsOf(read(headings)).includes(anchor)
}

function anchorsOf(markdown: string): string[] {
  const slugger = new GithubSlugger()
  const prose = markdown.replaceAll(CODE, (code) => (code.startsWith('```') ? '' : code))
  return Array.from(prose.matchAll(HEADING), ({ groups }) => slugger.slug(plain(groups?.['text'] ?? '')))
}

const plain = (heading: string): string => heading.replaceAll(/[`*]|\[([^\]]*)\]\([^)]*\)/g, '$1')

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')
