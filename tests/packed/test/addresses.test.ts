import { describe, expect, it } from 'vitest'
import { absoluteLinks } from '../../../scripts/addresses/absolute-links.mjs'
import { completeManifest } from '../../../scripts/addresses/complete-manifest.mjs'
import { linksToText } from '../../../scripts/addresses/links-to-text.mjs'

const REPOSITORY = 'https://github.com/example/secure'
const FOLDER = 'packages/client'

describe('completeManifest', () => {
  const before = `${JSON.stringify({ name: 'a', version: '1.0.0', description: 'A', license: 'MIT' }, undefined, 2)}\n`
  const complete = (json: string, repositoryUrl: string, siteUrl = ''): unknown =>
    JSON.parse(completeManifest(json, { folder: FOLDER, repositoryUrl, siteUrl }))

  it('adds repository, homepage and bugs', () => {
    expect(complete(before, REPOSITORY)).toEqual({
      name: 'a',
      version: '1.0.0',
      description: 'A',
      homepage: 'https://github.com/example/secure/tree/main/packages/client#readme',
      bugs: 'https://github.com/example/secure/issues',
      repository: { type: 'git', url: 'git+https://github.com/example/secure.git', directory: FOLDER },
      license: 'MIT',
    })
  })

  it('uses the documentation site as the homepage', () => {
    expect(complete(before, REPOSITORY, 'https://docs.example')).toMatchObject({
      homepage: 'https://docs.example',
    })
  })

  it('removes them while the address is unknown, and is idempotent', () => {
    const place = { folder: FOLDER, repositoryUrl: REPOSITORY, siteUrl: '' }
    const once = completeManifest(before, place)
    expect(completeManifest(once, place)).toBe(once)
    expect(completeManifest(once, { ...place, repositoryUrl: '' })).toBe(before)
  })
})

describe('absoluteLinks', () => {
  const place = { folder: FOLDER, repositoryUrl: REPOSITORY }

  it('makes links absolute that leave the package', () => {
    expect(absoluteLinks('[s](../server/README.md#keys) [d](../../docs/contract.md)', place)).toBe(
      `[s](${REPOSITORY}/tree/main/packages/server/README.md#keys) [d](${REPOSITORY}/tree/main/docs/contract.md)`,
    )
  })

  it.each(['[a](#keys)', '[a](./examples/koa.ts)', '[a](https://example.com)', '[a](../client/README.md)'])(
    'keeps %s',
    (link) => {
      expect(absoluteLinks(link, place)).toBe(link)
    },
  )

  it('keeps all links while the address is unknown', () => {
    expect(absoluteLinks('[s](../server)', { ...place, repositoryUrl: '' })).toBe('[s](../server)')
  })
})

describe('linksToText', () => {
  it('keeps links to files of the package, to headings and to sites', () => {
    const markdown = '[a](a.md#x) [b](#b) [c](https://example.com)'
    expect(linksToText(markdown, (file) => file === 'a.md')).toBe(markdown)
  })

  it('replaces links to other files by their text', () => {
    expect(linksToText('see [`core`](../core.md#sign)', () => false)).toBe('see `core`')
  })
})
