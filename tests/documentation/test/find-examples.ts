import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'

/** A TypeScript code block from a Markdown file or a docstring. */
export interface Example {
  /** Its file and line, relative to the repository root: `packages/core/README.md:12`. */
  place: string
  /** The folder of its package, relative to the repository root. `.` for root documents. */
  packageFolder: string
  /** Its lines, preceded by the declarations that it assumes. */
  code: string
}

const ROOT = path.resolve(import.meta.dirname, '../../..')

// An HTML comment before a code block declares what it assumes: <!-- given: declare const … -->
const MARKDOWN_EXAMPLE = /(?:<!-- given:(?<given>[\s\S]*?)-->\s*)?^```tsx?\n(?<code>[\s\S]*?)^```$/gm
const PACKAGE_FOLDER = /^(packages|apps)\/[^/]+/
const DOCSTRING = /^ *\/\*\*\n[\s\S]*?\*\//gm

/** Returns every example in the READMEs, root documents, decisions and docstrings. */
export function findExamples(): Example[] {
  const documents = find([
    '*.md',
    'docs/*.md',
    'docs/decisions/*.md',
    'packages/*/README.md',
    'apps/*/README.md',
    'apps/docs/pages/**/*.md',
  ])
  const sources = find(['packages/*/src/**/*.{ts,tsx}'])
  return [
    ...documents.flatMap((file) => examplesOf(file, read(file))),
    // Docstrings are parsed as Markdown, without their leading stars.
    ...sources.flatMap((file) => examplesOf(file, onlyDocstrings(read(file)))),
  ]
}

// Copies of the READMEs, of SECURITY and of the API reference.
const GENERATED = ['apps/docs/pages/{packages,api}/**', 'apps/docs/pages/security.md']

const find = (patterns: string[]): string[] => globSync(patterns, { cwd: ROOT, ignore: GENERATED }).sort()

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

/** Blanks all lines outside docstrings. Line numbers stay the same, so `place` is correct. */
function onlyDocstrings(source: string): string {
  const lines = source.split('\n').map(() => '')
  for (const match of source.matchAll(DOCSTRING)) {
    const first = source.slice(0, match.index).split('\n').length - 1
    for (const [index, text] of match[0].split('\n').entries())
      lines[first + index] = text.replace(/^ *\* ?/, '')
  }
  return lines.join('\n')
}
