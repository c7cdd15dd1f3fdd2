import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PUBLISHED_FOLDERS, ROOT } from '../../../scripts/addresses/published-folders.mjs'
import { REPOSITORY_URL } from '../../../scripts/project-address.mjs'
import { rewriteLinks } from './rewrite-links.mjs'

/** The pages that are made of documents elsewhere in the repository, so that each text exists once. */
const GENERATED = ['packages', 'api', 'security.md']

/**
 * Writes the pages that are made of the READMEs, of SECURITY and of the API reference.
 *
 * @param {string} pages the folder of the pages
 */
export function writeGeneratedPages(pages) {
  for (const name of GENERATED) rmSync(path.join(pages, name), { recursive: true, force: true })
  for (const folder of PUBLISHED_FOLDERS)
    writePage(`${folder}/README.md`, path.join(pages, `packages/${path.basename(folder)}.md`), {
      outline: 'deep',
    })
  writePackageList(path.join(pages, 'packages/index.md'))
  writePage('SECURITY.md', path.join(pages, 'security.md'), {})
  writeReference(pages)
}

function writePackageList(page) {
  const rows = PUBLISHED_FOLDERS.map((folder) => {
    const manifest = JSON.parse(readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8'))
    return `| [\`${manifest.name}\`](/${folder}) | ${manifest.description} |`
  })
  const head = [
    '---',
    'editLink: false',
    '---',
    '',
    '# Packages',
    '',
    '| package | description |',
    '| --- | --- |',
  ]
  writeFileSync(page, [...head, ...rows, ''].join('\n'))
}

function writeReference(pages) {
  const folder = path.join(ROOT, 'docs/api')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  )
  for (const file of files) {
    const page = file.split(path.sep).join('/').replace('README.md', 'index.md')
    // The search lists guides and package pages first: every name of the reference would hide them.
    writePage(`docs/api/${file.split(path.sep).join('/')}`, path.join(pages, 'api', page), {
      search: false,
    })
  }
}

function writePage(file, page, frontmatter) {
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  const lines = Object.entries({ ...frontmatter, editLink: false }).map(([key, value]) => `${key}: ${value}`)
  mkdirSync(path.dirname(page), { recursive: true })
  const markdown = rewriteLinks(text, { file, repositoryUrl: REPOSITORY_URL })
  writeFileSync(page, `---\n${lines.join('\n')}\n---\n\n${markdown}`)
}
