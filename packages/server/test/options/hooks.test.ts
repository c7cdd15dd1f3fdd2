import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTokenEndpoint } from '../../src/adapter/index.js'
import type { TokenHandlerOptions } from '../../src/index.js'

const unhandled = vi.fn<(reason: unknown) => void>()
beforeEach(() => void process.on('unhandledRejection', unhandled))
afterEach(() => {
  process.off('unhandledRejection', unhandled)
  unhandled.mockReset()
})

const reject = (() => Promise.reject(new Error('the database is unavailable'))) as unknown as () => string
const limiter = { consume: () => Promise.resolve() }

describe('an option that must be synchronous', () => {
  it.each<[string, Partial<TokenHandlerOptions<[]>>, string]>([
    ['rateLimit.key', { rateLimit: { limiter, key: reject } }, '"rateLimit.key" must synchronously return'],
    [
      'createTokenId for an auth token',
      { credential: 'jwt', createTokenId: reject },
      '"createTokenId" must synchronously return',
    ],
    [
      'createTokenId for a receipt',
      { receipts: { secret: 'a secret' }, createTokenId: reject },
      '"createTokenId" must synchronously return',
    ],
  ])('reports a promise from %s without an unhandled rejection', async (_what, options, message) => {
    const errors: unknown[] = []
    const endpoint = createTokenEndpoint({
      publicKey: 'demopublickey',
      secretKey: 'demosecretkey',
      authorize: () => ({ subject: 'ada' }),
      onError: (error) => errors.push(error),
      ...options,
    })

    expect((await endpoint({ method: 'POST', header: () => undefined })).status).toBe(500)
    await setImmediate()

    expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining(message) as string })])
    expect(unhandled).not.toHaveBeenCalled()
  })
})
