// The prepack and postpack scripts of the published packages, run in the package's folder: copies what a reader or an agent without
// the repository needs into the tarball, and removes it after packing.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { linksToText } from './addresses/links-to-text.mjs'

if (process.env.npm_config_user_agent?.startsWith('npm/')) {
  console.error(
    'npm pack and npm publish keep "workspace:^" in the dependencies, which no other project can install. Use: npx pnpm pack',
  )
  process.exit(1)
}

const folder = process.cwd()
const { name, description } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
const docs = path.join(folder, 'docs')
const summary = path.join(folder, 'llms.txt')
rmSync(docs, { recursive: true, force: true })
rmSync(summary, { force: true })
if (!process.argv.includes('--remove')) write()

function write() {
  const api = path.resolve(import.meta.dirname, '../docs/api')
  const pages = [`${name}.md`, name].map((page) => path.join(api, page)).filter((page) => existsSync(page))
  mkdirSync(docs)
  for (const page of pages) cpSync(page, path.join(docs, path.basename(page)), { recursive: true })
  const files = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  )
  for (const file of files.map((each) => path.join(docs, each))) {
    writeFileSync(
      file,
      linksToText(readFileSync(file, 'utf8'), (target) =>
        existsSync(path.resolve(path.dirname(file), target)),
      ),
    )
  }
  const list = files.sort().map((file) => {
    const entry = path.posix.join(name, '..', file.split(path.sep).join('/').replace(/\.md$/, ''))
    return `- [${entry}](docs/${file.split(path.sep).join('/')}): every exported name with its docstring`
  })
  writeFileSync(
    summary,
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
}
