import GithubSlugger from 'github-slugger'
import { headingsOf } from './parse-markdown.js'

const EXPLICIT_ID = /\s*\{#(?<id>[\w-]+)\}$/

/** The documents that the documentation site shows: its pages, and those that its build writes from other documents. */
const ON_SITE = /^(?:apps\/docs\/pages\/.+|packages\/[\w-]+\/README|SECURITY|docs\/api\/.+)\.md$/

/**
 * Returns the anchors of the headings of a document. The site uses the slugs of GitHub (`anchor.slugify` in
 * `apps/docs/.vitepress/config.ts`), so both have the same ones, except for `## Heading {#id}`: the site takes `id`, GitHub takes
 * `{#id}` for text. In a document of the site, `id` is the only anchor of such a heading.
 *
 * @param file the path of the document, relative to the repository root
 * @param markdown its text
 */
export function anchorsOf(file: string, markdown: string): string[] {
  const slugger = new GithubSlugger()
  return headingsOf(markdown).map((heading) => {
    const { id } = EXPLICIT_ID.exec(heading)?.groups ?? {}
    return id === undefined || !ON_SITE.test(file) ? slugger.slug(heading) : id
  })
}
