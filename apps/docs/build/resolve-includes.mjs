import { readFileSync } from 'node:fs'
import path from 'node:path'

const INCLUDE = /^<!--@include: ?(?<target>[^\s{]+)(?:\{(?<first>\d+),(?<last>\d*)\})? ?-->$/gm
const SNIPPET = /^<<< (?<target>\S+)$/gm

/**
 * Returns a page with the texts and the code that it includes, as VitePress shows it.
 *
 * @param {string} markdown
 * @param {string} folder the folder of the page
 * @throws {Error} when an included file does not exist
 */
export function resolveIncludes(markdown, folder) {
  return markdown
    .replaceAll(INCLUDE, (...match) => {
      const { target, first = 1, last } = match.at(-1)
      const file = path.join(folder, target)
      const lines = readFileSync(file, 'utf8').split('\n')
      const text = lines.slice(Number(first) - 1, last ? Number(last) : undefined).join('\n')
      return resolveIncludes(text.trim(), path.dirname(file))
    })
    .replaceAll(SNIPPET, (...match) => {
      const file = path.join(folder, match.at(-1).target)
      return `\`\`\`${path.extname(file).slice(1)}\n${readFileSync(file, 'utf8').trimEnd()}\n\`\`\``
    })
}
