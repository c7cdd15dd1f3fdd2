// Refuses words that make English hard to read, in comments, test names and Markdown. Part of `npm run lint`.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './commands.mjs'

const REFUSED =
  /\b(nobody|somebody|whoever|anew|likewise|to be had|all the same|unless given|is none|for to|wants to be left alone)\b/gi
const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/.*|^\s*(?:#|<!--).*/gm
const TEST_NAME = /\b(?:describe|it|test)(?:\.\w+(?:\([^)]*\))?)*\(\s*(['"`]).*?\1/gs
// Code quotes words, and tables compare wording before and after.
const CODE_AND_TABLES = /^```[\s\S]*?^```|`[^`\n]*`|^\|.*\|$/gm

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(md|[cm]?[jt]sx?|css|html|vue|svelte|ya?ml)$/.test(file))
  // Generated from the docstrings, or written by tools.
  .filter((file) => !/^docs\/api\/|pnpm-lock\.yaml$|^scripts\/check-language\.mjs$/.test(file))

const findings = files.flatMap((file) => {
  const text = readFileIfPresent(path.join(ROOT, file))
  const prose = file.endsWith('.md') ? blank(text, CODE_AND_TABLES) : only(text, [COMMENT, TEST_NAME])
  return [...prose.matchAll(REFUSED)].map(({ 0: word, index }) => {
    const line = prose.slice(0, index).split('\n').length
    return `${file}:${line} "${word}"`
  })
})

for (const finding of findings) console.error(finding)
if (findings.length > 0) {
  console.error(`${findings.length} words to replace: CONTRIBUTING.md, "Language", says how.`)
  process.exitCode = 1
}

/** Returns '' for a file that is deleted but not yet committed. */
function readFileIfPresent(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Replaces what a pattern matches by spaces, so that line numbers stay. */
function blank(text, pattern) {
  return text.replaceAll(pattern, (match) => match.replaceAll(/[^\n]/g, ' '))
}

/** Keeps what the patterns match, and replaces the rest by spaces. */
function only(text, patterns) {
  const kept = text.replaceAll(/[^\n]/g, ' ').split('')
  for (const { 0: match, index } of patterns.flatMap((pattern) => [...text.matchAll(pattern)]))
    for (let i = 0; i < match.length; i++) kept[index + i] = match[i]
  return kept.join('')
}
