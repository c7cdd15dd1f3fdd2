import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'

/** A piece of TypeScript out of a README or a docstring. */
export interface Example {
  /** Where it stands, from the repository's root: `packages/core/README.md:12`. */
  place: string
  /** The package that it belongs to, as a folder from the repository's root; the root itself for what belongs to none. */
  packageFolder: string
  /** Its lines, after the declarations of what it takes for granted. */
  code: string
}

const ROOT = path.resolve(import.meta.dirname, '../../..')

// In a README, a comment that nobody sees declares what an example takes for granted: <!-- given: declare const … -->
const MARKDOWN_EXAMPLE = /(?:<!-- given:(?<given>[\s\S]*?)-->\s*)?^```tsx?\n(?<code>[\s\S]*?)^```$/gm
const PACKAGE_FOLDER = /^(packages|apps)\/[^/]+/
const DOCSTRING = /^ *\/\*\*\n[\s\S]*?\*\//gm

/** Finds every example in the READMEs, the documents and the docstrings. */
export function findExamples(): Example[] {
  const documents = find(['*.md', 'docs/decisions/*.md', 'packages/*/README.md', 'apps/*/README.md'])
  const sources = find(['packages/*/src/**/*.{ts,tsx}'])
  return [
    ...documents.flatMap((file) => examplesOf(file, read(file))),
    // A docstring is a document with stars before its lines.
    ...sources.flatMap((file) => examplesOf(file, onlyDocstrings(read(file)))),
  ]
}

const find = (patterns: string[]): string[] => globSync(patterns, { cwd: ROOT }).sort()

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

function examplesOf(file: string, markdown: string): Example[] {
  return [...markdown.matchAll(MARKDOWN_EXAMPLE)].map((match) => {
    const line = markdown.slice(0, match.index).split('\n').length
    const { given = '', code = '' } = match.groups ?? {}
    return {
      place: `${file}:${String(line)}`,
      packageFolder: PACKAGE_FOLDER.exec(file)?.[0] ?? '.',
      code: `${given}\n${code}\nexport {}\n`,
    }
  })
}

/** Keeps the lines where they are, so that an example can be found again. */
function onlyDocstrings(source: string): string {
  const lines = source.split('\n').map(() => '')
  for (const match of source.matchAll(DOCSTRING)) {
    const first = source.slice(0, match.index).split('\n').length - 1
    for (const [index, text] of match[0].split('\n').entries())
      lines[first + index] = text.replace(/^ *\* ?/, '')
  }
  return lines.join('\n')
}
