import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PUBLISHED_FOLDERS } from '../../../scripts/addresses/published-folders.mjs'
import { findBrokenLinks, pagesOf } from './find-broken-links.js'
import { SITE_FOLDER } from './serve-site.js'

const FOREIGN_RESOURCE =
  /(?:src|href)="(?:https?:)?\/\/[^"]*"[^>]*(?:rel="(?:stylesheet|preload|modulepreload)"|><\/script>)/

const read = (file: string): string => readFileSync(path.join(SITE_FOLDER, file), 'utf8')

describe('the site', () => {
  it('has no broken link, resource or heading', () => {
    expect(findBrokenLinks(SITE_FOLDER)).toEqual([])
  })

  it('loads no script, style or font from another host', () => {
    const styles = readdirSync(path.join(SITE_FOLDER, 'assets')).filter((file) => file.endsWith('.css'))
    const texts = [...pagesOf(SITE_FOLDER).map(read), ...styles.map((file) => read(`assets/${file}`))]
    for (const text of texts) {
      expect(text).not.toMatch(FOREIGN_RESOURCE)
      expect(text).not.toMatch(/url\((?:"|')?(?:https?:)?\/\//)
    }
  })

  it('starts with the one command on its home page and on each page to get started', () => {
    const pages = pagesOf(SITE_FOLDER).filter((page) => /^(?:index|get-started\/.+)\.html$/.test(page))
    expect(pages.length).toBeGreaterThan(9)
    for (const page of pages) {
      const text = read(page).replaceAll(/<[^>]+>/g, '')
      expect([page, text.includes('npx @secure-uploading/cli init')]).toEqual([page, true])
    }
    for (const link of ['/get-started/', '/packages/cli#init', '/packages/create'])
      expect(read('index.html')).toContain(`href="${link}"`)
  })

  it('has a page for each published package', () => {
    for (const folder of PUBLISHED_FOLDERS) expect(pagesOf(SITE_FOLDER)).toContain(`${folder}.html`)
  })
})

describe('llms-full.txt', () => {
  it('contains every guide, the README of every package and SECURITY', () => {
    const text = read('llms-full.txt')
    for (const folder of PUBLISHED_FOLDERS) expect(text).toContain(`<!-- /${folder} -->`)
    for (const page of ['errors', 'security', 'get-started/next', 'webhooks'])
      expect(text).toContain(`<!-- /${page} -->`)
    expect(text).not.toContain('<script setup>')
  })

  it('contains the steps and the code that pages include', () => {
    const text = read('llms-full.txt')
    expect(text.split('## 5. Production').length - 1).toBe(9)
    expect(text).toContain('export const POST: RequestHandler')
    expect(text).not.toMatch(/^(?:<<< |<!--@include)/m)
  })
})

describe('findBrokenLinks', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'links-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('reports missing pages and missing headings', () => {
    writeFileSync(
      path.join(folder, 'a.html'),
      '<a href="/b#there">1</a><a href="b#not">2</a><a href="/c">3</a>',
    )
    writeFileSync(path.join(folder, 'b.html'), '<h2 id="there">There</h2>')
    expect(findBrokenLinks(folder)).toEqual([
      { page: 'a.html', href: 'b#not', reason: 'no heading' },
      { page: 'a.html', href: '/c', reason: 'no page' },
    ])
  })
})
