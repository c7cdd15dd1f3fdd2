import { readFileSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'

/** A block of shell commands in a document. */
export interface CommandBlock {
  /** Its file and line, relative to the repository root: `README.md:8`. */
  place: string
  /** Its file, relative to the repository root. */
  file: string
  code: string
  /** The block that follows it immediately, which shows what the commands print. */
  output?: string
}

const ROOT = path.resolve(import.meta.dirname, '../../../..')
const BLOCK = /^```sh\n(?<code>[\s\S]*?)^```$(?:\n\n^```(?:json)?\n(?<output>[\s\S]*?)^```$)?/gm

/** Returns every block of shell commands for users of the packages: in the root README, in the package READMEs and on the site. */
export function findCommands(): CommandBlock[] {
  const files = globSync(['README.md', 'packages/*/README.md', 'apps/docs/pages/**/*.md'], {
    cwd: ROOT,
    ignore: ['apps/docs/pages/{packages,api}/**', 'apps/docs/pages/security.md'],
  })
  return files.sort().flatMap((file) => commandsOf(file, readFileSync(path.join(ROOT, file), 'utf8')))
}

export const commandsOf = (file: string, markdown: string): CommandBlock[] =>
  Array.from(markdown.matchAll(BLOCK), (match) => {
    const line = markdown.slice(0, match.index).split('\n').length
    const { code = '', output } = match.groups ?? {}
    return { place: `${file}:${String(line)}`, file, code, ...(output !== undefined && { output }) }
  })
