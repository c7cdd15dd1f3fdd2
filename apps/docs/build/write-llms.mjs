import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SITE_URL } from '../../../scripts/project-address.mjs'
import { resolveIncludes } from './resolve-includes.mjs'

const FRONTMATTER = /^---\n(?<yaml>[\s\S]*?)\n---\n/

/**
 * Writes `llms.txt`, the list of all pages, and `llms-full.txt`, the text of the pages and of the package READMEs without the
 * generated API reference.
 *
 * @param {string} pages the folder of the pages
 * @param {string} output the folder of the built site
 * @param {{ text: string, items: { text: string, link: string }[] }[]} sections the sections of the sidebar
 */
export function writeLlms(pages, output, sections) {
  const list = sections.flatMap(({ text, items }) => [
    `## ${text}`,
    '',
    ...items.map((item) => `- [${item.text}](${SITE_URL}${item.link})${describe(pages, item.link)}`),
    '',
  ])
  const head = ['# Secure uploading to Uploadcare, for TypeScript', '', `> ${SUMMARY}`, '']
  writeFileSync(path.join(output, 'llms.txt'), [...head, ...list].join('\n'))

  const files = readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.md') && !/^(?:api|public)\/|\/?parts\//.test(file))
    .sort()
  const texts = files.map((file) => {
    const page = readFileSync(path.join(pages, file), 'utf8').replace(FRONTMATTER, '')
    const markdown = resolveIncludes(page, path.join(pages, path.dirname(file)))
    return `<!-- ${SITE_URL}/${file.replace(/(?:index)?\.md$/, '')} -->\n\n${withoutScripts(markdown).trim()}\n`
  })
  writeFileSync(path.join(output, 'llms-full.txt'), [head.join('\n'), ...texts].join('\n'))
}

const SUMMARY =
  'npm packages (scope @secure-uploading) with which a backend decides who may upload to Uploadcare. The secret key stays on the backend; files go straight from the browser to Uploadcare.'

function describe(pages, link) {
  const file = path.join(pages, link.endsWith('/') ? `${link}index.md` : `${link}.md`)
  const yaml = FRONTMATTER.exec(readFileSync(file, 'utf8'))?.groups?.yaml ?? ''
  const description = /^description: (?<text>.+)$/m.exec(yaml)?.groups?.text
  return description === undefined ? '' : `: ${description}`
}

const withoutScripts = (markdown) =>
  markdown.replaceAll(/<script setup>[\s\S]*?<\/script>\n/g, '').replaceAll(/<!-- given:[\s\S]*?-->\n/g, '')
