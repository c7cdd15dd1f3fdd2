import { describe, expect, it } from 'vitest'
import { anchorsOf } from './anchors-of.js'
import { findBrokenLinks, findDocuments } from './find-broken-links.js'

describe('the documentation', () => {
  it.each(findDocuments())('has no broken relative link in %s', (document) => {
    expect(findBrokenLinks(document)).toEqual([])
  })
})

describe('findDocuments', () => {
  it('includes the documents of the root, of packages, of apps and of tests', () => {
    expect(findDocuments()).toEqual(
      expect.arrayContaining([
        'README.md',
        'apps/README.md',
        'apps/panels/vue/README.md',
        'docs/recipes.md',
        'llms.txt',
        'packages/core/CHANGELOG.md',
        'skills/secure-uploading/SKILL.md',
        'tests/runtimes/next-app/README.md',
      ]),
    )
  })
})

describe('findBrokenLinks', () => {
  it('reports links to missing files and missing headings', () => {
    const markdown = '[valid](README.md) [no file](missing.md) [no heading](README.md#no-such-heading)'

    expect(findBrokenLinks('CONTRIBUTING.md', markdown)).toEqual(['missing.md', 'README.md#no-such-heading'])
  })

  it('reports images, links in tables, and links that are defined at the end', () => {
    const markdown = '![no image](no.png)\n\n| a |\n| - |\n| [b](b.md) |\n\n[c]\n\n[c]: c.md\n'

    expect(findBrokenLinks('CONTRIBUTING.md', markdown)).toEqual(['no.png', 'b.md', 'c.md'])
  })

  it('leaves out code and other sites', () => {
    const markdown = '`[a](a.md)` [b](https://example.com/b.md)\n\n```md\n[c](c.md)\n```\n\n    [d](d.md)\n'

    expect(findBrokenLinks('CONTRIBUTING.md', markdown)).toEqual([])
  })

  it('finds a heading with an id of its own by that id only', () => {
    const page = 'apps/docs/pages/errors.md'

    expect(findBrokenLinks('README.md', `[a](${page}#ERR_FORBIDDEN)`)).toEqual([])
    for (const anchor of ['err_forbidden', 'err_forbidden-err_forbidden', 'ERR_FORBIDDEN-ERR_FORBIDDEN'])
      expect(findBrokenLinks('README.md', `[a](${page}#${anchor})`)).toEqual([`${page}#${anchor}`])
  })
})

describe('anchorsOf', () => {
  const PAGE = 'apps/docs/pages/a.md'

  it.each([
    ['## Rate limiting', ['rate-limiting']],
    ['## `createTokenSource` and **more** of [it](a.md)', ['createtokensource-and-more-of-it']],
    ['## Deno & Bun', ['deno--bun']],
    ['## One\n\n## One\n\n### One', ['one', 'one-1', 'one-2']],
    ['One\n===\n\nTwo\n---', ['one', 'two']],
    ['```sh\n# a comment\n```\n\n## Two', ['two']],
    ['---\ndescription: a page\n---\n\n# A', ['a']],
    ['<details><summary>a</summary>\n\n## Inside\n\n</details>', ['inside']],
  ])('names the headings of %j as GitHub does', (markdown, anchors) => {
    expect(anchorsOf('CONTRIBUTING.md', markdown)).toEqual(anchors)
    expect(anchorsOf(PAGE, markdown)).toEqual(anchors)
  })

  it('takes the id of a heading in a document that the site shows', () => {
    for (const file of [PAGE, 'packages/core/README.md', 'SECURITY.md'])
      expect(anchorsOf(file, '## Vite in front {#vite}\n\n## Next')).toEqual(['vite', 'next'])
  })

  it('takes an id for text in a document that only GitHub shows', () => {
    expect(anchorsOf('apps/next/README.md', '## Vite {#vite}')).toEqual(['vite-vite'])
  })
})
