import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDefineUploads, createUploadsEndpoint } from '../../src/adapter/index.js'

const PUBLIC_KEY = 'demopublickey'

describe('a completion', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each([
    ['is answered', 'a secret of the backend', 200],
    ['is refused because the secret is the public key', PUBLIC_KEY, 500],
  ])('leaves no timer that would keep a process running when it %s', async (_what, secret, status) => {
    const answer = createUploadsEndpoint({
      uploads: createDefineUploads<[]>()({ avatar: {} }),
      publicKey: PUBLIC_KEY,
      secretKey: 'demosecretkey',
      receipts: { secret: () => secret },
      authorize: () => ({ subject: 'user-42' }),
      fetch: () => Promise.resolve(new Response('', { status: 404 })),
      onError: () => undefined,
    })
    const body = JSON.stringify({ completed: ['c0d776d4-8c8e-47df-9e92-03b68b99c2ba'] })
    const answered = await answer({
      method: 'POST',
      header: (name) => (name === 'content-type' ? 'application/json' : undefined),
      query: (name) => (name === 'route' ? 'avatar' : undefined),
      json: () => ({ raw: body }),
    })
    expect(answered.status).toBe(status)
    expect(vi.getTimerCount()).toBe(0)
  })
})
