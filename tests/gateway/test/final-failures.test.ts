import { createTokenSource, SecureUploadClient } from '@secure-uploading/client'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { bareStatus, nginxPage } from '../src/answers/proxy-pages.js'
import { createNodePlatform } from '../src/world/node-platform.js'
import { startWorld } from '../src/world/start-world.js'

const world = await startWorld()
const platform = createNodePlatform(world)
beforeEach(() => world.reset())
afterAll(() => world.close())

describe('a failure that persists', () => {
  it.each(['base', 'info'] as const)(
    'ends after five retries at %s with status and host',
    async (endpoint) => {
      world.rules.add({
        endpoint,
        times: Infinity,
        effect: { kind: 'answer', answer: nginxPage(503) },
      })
      const uploader = await platform.createUploader()
      const { outcomes, retries } = await uploader.run('direct')

      expect(world.log.attempts(endpoint)).toBe(6)
      expect(retries.map(({ what }) => what)).toEqual(Array(5).fill(endpoint))
      const message = outcomes.map((outcome) => ('message' in outcome ? outcome.message : '')).join()
      expect(message).toContain('503')
      expect(message).toContain(world.uploadHost)
    },
  )

  it('is reported instead of awaited when Retry-After is a day', async () => {
    const headers = { 'retry-after': '86400' }
    world.rules.add({ endpoint: 'base', effect: { kind: 'answer', answer: bareStatus(429, headers) } })
    const uploader = await platform.createUploader()
    const { outcomes } = await uploader.run('direct')

    expect(outcomes).toMatchObject([{ status: 'rejected' }])
    expect(world.log.attempts('base')).toBe(1)
  })
})

describe('an invalid address or function', () => {
  it.each([
    ['the token endpoint', () => createTokenSource({ endpoint: 'httpx://app.example/api/upload-token' })],
    ['tokenEndpoint', () => new SecureUploadClient({ tokenEndpoint: 'httpx://app.example/' })],
    [
      'baseURL',
      () => new SecureUploadClient({ tokenEndpoint: 'https://app.example/', baseURL: 'httpx://a.example' }),
    ],
  ])('of %s is a TypeError at construction', (_, create) => {
    expect(create).toThrow(TypeError)
  })

  it('is a TypeError at construction when fetch is not a function', () => {
    const options = { endpoint: 'https://app.example/', fetch: 'fetch' as unknown as typeof fetch }
    expect(() => createTokenSource(options)).toThrow(TypeError)
  })
})
