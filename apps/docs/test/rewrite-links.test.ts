import { describe, expect, it } from 'vitest'
import { rewriteLinks } from '../build/rewrite-links.mjs'

const README = { file: 'packages/express/README.md', repositoryUrl: '' }
const REPOSITORY = { ...README, repositoryUrl: 'https://git.example/us/it' }

describe('rewriteLinks', () => {
  it.each([
    ['[a](../server/README.md#rate-limiting)', '[a](/packages/server#rate-limiting)'],
    ['[a](../client)', '[a](/packages/client)'],
    ['[a](../../SECURITY.md)', '[a](/security)'],
    ['[a](../../docs/api/@secure-uploading/client/queue.md)', '[a](/api/@secure-uploading/client/queue)'],
    ['[a](../../apps/docs/pages/queue.md#retry)', '[a](/queue#retry)'],
    ['[a](../../apps/docs/pages/get-started/express.md)', '[a](/get-started/express)'],
    ['[a](#options)', '[a](#options)'],
    ['[a](https://hono.dev)', '[a](https://hono.dev)'],
  ])('turns %s into %s', (link, expected) => {
    expect(rewriteLinks(link, README)).toBe(expected)
  })

  it('leads to the repository for files without a page, and leaves the text while its address is unknown', () => {
    expect(rewriteLinks('[a](src/index.ts)', REPOSITORY)).toBe(
      '[a](https://git.example/us/it/tree/main/packages/express/src/index.ts)',
    )
    expect(rewriteLinks('[a](src/index.ts)', README)).toBe('a')
  })

  it('accepts addresses of the repository, which published READMEs have', () => {
    expect(
      rewriteLinks('[a](https://git.example/us/it/tree/main/packages/server/README.md#keys)', REPOSITORY),
    ).toBe('[a](/packages/server#keys)')
  })

  it('keeps code blocks', () => {
    const block = '```ts\nconst a = [b](./c)\n```'
    expect(rewriteLinks(block, README)).toBe(block)
  })
})
