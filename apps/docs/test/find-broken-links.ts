import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileOf } from './serve-site.js'

const LINK = /<a\b[^>]*?\shref="(?<href>[^"]*)"/g
const RESOURCE = /<(?:script|link|img|source)\b[^>]*?\s(?:src|href)="(?<href>[^"]*)"/g

/** A link of a page, and why it leads nowhere. */
export interface BrokenLink {
  page: string
  href: string
  reason: 'no page' | 'no heading'
}

/** Lists the pages of a built site. */
export const pagesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.html'))
    .sort()

/** Returns the links and resources of a built site whose page or heading does not exist. */
export function findBrokenLinks(folder: string, base = '/'): BrokenLink[] {
  const readPage = cached((file) => readFileSync(file, 'utf8'))
  return pagesOf(folder).flatMap((page) => {
    const html = readPage(path.join(folder, page))
    const hrefs = [...html.matchAll(LINK), ...html.matchAll(RESOURCE)].map(
      ({ groups }) => groups?.['href'] ?? '',
    )
    return [...new Set(hrefs)].flatMap((href): BrokenLink[] => {
      const url = new URL(href.replaceAll('&amp;', '&'), `http://site.example${base}${page}`)
      if (url.host !== 'site.example') return []
      const file = fileOf(folder, url.pathname.slice(base.length))
      if (file === undefined || !url.pathname.startsWith(base)) return [{ page, href, reason: 'no page' }]
      const anchor = decodeURIComponent(url.hash.slice(1))
      if (anchor === '' || readPage(file).includes(`id="${anchor}"`)) return []
      return [{ page, href, reason: 'no heading' }]
    })
  })
}

function cached(read: (file: string) => string): (file: string) => string {
  const known = new Map<string, string>()
  return (file) => {
    const text = known.get(file) ?? read(file)
    known.set(file, text)
    return text
  }
}
