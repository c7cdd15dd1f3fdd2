// The prepack script of the published packages, run in the package's folder: copies what a reader or an agent without the repository
// needs into the tarball. Git ignores the copies. Tests pack in parallel, so a file is replaced in one step, and only by another text.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { linksToText } from './addresses/links-to-text.mjs'

// pnpm and npm both hand on the user agent of the command that started them.
if (/[\\/]npm-cli\.js$/.test(process.env.npm_execpath ?? '')) {
  console.error(
    'npm pack and npm publish keep "workspace:^" in the dependencies, which no other project can install. Use: npx pnpm pack',
  )
  process.exit(1)
}

const folder = process.cwd()
const docs = path.join(folder, 'docs')
const api = path.resolve(import.meta.dirname, '../docs/api')
const { name, description } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))

const scope = path.dirname(name)
const base = path.basename(name)
const pages = readdirSync(path.join(api, scope), { recursive: true, encoding: 'utf8' })
  .map((page) => page.split(path.sep).join('/'))
  .filter((page) => page === `${base}.md` || (page.startsWith(`${base}/`) && page.endsWith('.md')))
  .sort()
for (const page of pages) {
  const markdown = readFileSync(path.join(api, scope, page), 'utf8')
  const isIncluded = (target) => pages.includes(path.posix.join(path.posix.dirname(page), target))
  write(path.join(docs, page), linksToText(markdown, isIncluded))
}
for (const file of existsSync(docs) ? readdirSync(docs, { recursive: true, encoding: 'utf8' }) : []) {
  const isStale = file.endsWith('.md') && !pages.includes(file.split(path.sep).join('/'))
  if (isStale) rmSync(path.join(docs, file), { force: true })
}
const list = pages.map(
  (page) => `- [${scope}/${page.replace(/\.md$/, '')}](docs/${page}): every exported name with its docstring`,
)
write(
  path.join(folder, 'llms.txt'),
  [
    `# ${name}`,
    '',
    `> ${description}`,
    '',
    '- [README](README.md): installation, usage, options and errors',
    ...list,
    '',
  ].join('\n'),
)

/**
 * @param {string} file
 * @param {string} text
 */
function write(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  mkdirSync(path.dirname(file), { recursive: true })
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, text)
  renameSync(unfinished, file)
}
