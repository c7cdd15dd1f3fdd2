import type { UploadToken } from '@secure-uploading/core/token'
import { describe, expect, it } from 'vitest'
import { createTokenSource } from '../../src/token-source/create-token-source.js'
import type { TokenEvent } from '../../src/token-source/token-event.js'
import type { TokenSourceOptions } from '../../src/token-source/token-source-options.js'
import { createFakeClock, settlePromises } from '../fake-clock.js'
import { createFakeEndpoint, type FakeEndpointOptions } from '../fake-endpoint.js'

const ENDPOINT = 'https://app.example/api/upload-token'

function setUp(endpointOptions: FakeEndpointOptions = {}, options: TokenSourceOptions = {}) {
  const clock = createFakeClock()
  const endpoint = createFakeEndpoint(clock, endpointOptions)
  const events: TokenEvent[] = []
  const source = createTokenSource({
    ...(options.fetchToken ? {} : { endpoint: ENDPOINT }),
    fetch: endpoint.fetch,
    clock,
    random: () => 1,
    onEvent: (event) => events.push(event),
    ...options,
  })
  return { clock, endpoint, source, events, types: () => events.map(({ type }) => type) }
}

const numberOf = (token: UploadToken): number =>
  'secureSignature' in token ? Number(token.secureSignature) : NaN

describe('one fetch for everybody', () => {
  it('serves a hundred callers with one request', async () => {
    const { clock, endpoint, source } = setUp({ latencyMs: 100 })
    const tokens = Promise.all(Array.from({ length: 100 }, () => source.getToken()))
    await clock.advance(100)
    expect(new Set(await tokens).size).toBe(1)
    expect(endpoint.requests).toHaveLength(1)
  })

  it('posts without a body, asks for JSON and sends cookies of its own origin only', async () => {
    const { endpoint, source } = setUp()
    await source.getToken()
    const [request] = endpoint.requests
    expect(request?.method).toBe('POST')
    expect(request?.body).toBeNull()
    expect(request?.headers.get('accept')).toBe('application/json')
    expect(request?.credentials).toBe('same-origin')
  })

  it('leaves no timer behind', async () => {
    const { clock, source } = setUp()
    await source.getToken()
    expect(clock.timers).toBe(0)
  })
})

describe('refreshing in time', () => {
  it('replaces a token 30 s before it ends', async () => {
    const { clock, source } = setUp({ expiresIn: 1800 })
    const first = await source.getToken()
    await clock.advance(1_769_999)
    expect(await source.getToken()).toBe(first)
    await clock.advance(1)
    expect(await source.getToken()).not.toBe(first)
  })

  it('replaces one that lives 2 s after one and a half', async () => {
    const { clock, source } = setUp({ expiresIn: 2 })
    const first = await source.getToken()
    await clock.advance(1499)
    expect(await source.getToken()).toBe(first)
    await clock.advance(1)
    expect(numberOf(await source.getToken())).toBe(2)
  })

  it('counts from when the request was sent, not from when the answer came', async () => {
    const { clock, endpoint, source } = setUp({ expiresIn: 8, latencyMs: 3000 })
    const first = source.getToken()
    await clock.advance(3000)
    await first
    await clock.advance(3000)
    void source.getToken()
    expect(endpoint.requests).toHaveLength(2)
  })

  it('does not mind a clock that is a day wrong', async () => {
    for (const byMs of [86_400_000, -86_400_000]) {
      const { clock, endpoint, source } = setUp()
      clock.stepWall(byMs)
      for (let second = 0; second < 40; second++) {
        await source.getToken()
        await clock.advance(1000)
      }
      expect(endpoint.requests).toHaveLength(1)
    }
  })

  it('sees that the computer slept', async () => {
    const { clock, source } = setUp()
    const first = await source.getToken()
    clock.sleep(3_600_000)
    expect(await source.getToken()).not.toBe(first)
  })

  it('fetches once more after a step forward, and not again', async () => {
    const { clock, endpoint, source } = setUp()
    await source.getToken()
    clock.stepWall(3_600_000)
    await source.getToken()
    await source.getToken()
    expect(endpoint.requests).toHaveLength(2)
  })

  it('keeps to the monotonic clock after a step back', async () => {
    const { clock, source } = setUp()
    const first = await source.getToken()
    clock.stepWall(-3_600_000)
    expect(await source.getToken()).toBe(first)
    await clock.advance(45_000)
    expect(await source.getToken()).not.toBe(first)
  })

  it('hands out the old token while it lives when the endpoint is away', async () => {
    const { clock, endpoint, source } = setUp({}, { maxRetries: 0 })
    const first = await source.getToken()
    await clock.advance(50_000)
    endpoint.answers = [() => Promise.reject(new TypeError('Failed to fetch'))]
    expect(await source.getToken()).toBe(first)
  })

  it('asks a second time for a token that was dead on arrival, then gives up', async () => {
    const { clock, endpoint, source } = setUp({ expiresIn: 2, latencyMs: 3000 })
    const token = source.getToken()
    const caught = token.catch((error: unknown) => error)
    await clock.advance(6000)
    expect(await caught).toMatchObject({ code: 'ERR_TOKEN_TOO_SHORT', retryable: false })
    expect(endpoint.requests).toHaveLength(2)
  })
})

describe('the first token', () => {
  it('may come with the page', async () => {
    const { endpoint, source } = setUp(
      {},
      { initialToken: { secureSignature: '0'.repeat(64), secureExpire: '1700000060', expiresIn: 60 } },
    )
    expect(numberOf(await source.getToken())).toBe(0)
    expect(endpoint.requests).toHaveLength(0)
  })

  it('is replaced like any other', async () => {
    const { clock, source, types } = setUp(
      {},
      { initialToken: { secureSignature: '0'.repeat(64), secureExpire: '1700000060', expiresIn: 60 } },
    )
    await clock.advance(45_000)
    expect(numberOf(await source.getToken())).toBe(1)
    expect(types()).toEqual(['refreshed'])
  })

  it('may come from a function of the caller’s', async () => {
    const { source } = setUp(
      {},
      { fetchToken: () => Promise.resolve({ secureSignature: 'a'.repeat(64), secureExpire: 1_700_000_060 }) },
    )
    expect(await source.signatureResolver()).toEqual({
      secureSignature: 'a'.repeat(64),
      secureExpire: '1700000060',
    })
  })
})

describe('an endpoint that gives nothing but the pair', () => {
  it('is understood by its Date header, whatever the clock here says', async () => {
    const { clock, endpoint, source } = setUp()
    clock.stepWall(86_400_000)
    endpoint.answers = [
      () =>
        Response.json(
          { secureSignature: 'b'.repeat(64), secureExpire: '1700000060' },
          { headers: { date: new Date(1_700_000_000_000).toUTCString() } },
        ),
    ]
    const first = await source.getToken()
    expect(source.describe(first)?.lifeMs).toBe(60_000)
  })

  it('is understood by the clock here when it gives no date', async () => {
    const { endpoint, source } = setUp()
    endpoint.answers = [() => Response.json({ secureSignature: 'b'.repeat(64), secureExpire: '1700000060' })]
    await source.getToken()
    expect(source.describe()?.lifeMs).toBe(60_000)
  })
})

describe('invalidate', () => {
  it('drops the token, so that the next caller gets a new one', async () => {
    const { source, types } = setUp()
    const first = await source.getToken()
    source.invalidate(first)
    expect(numberOf(await source.getToken())).toBe(2)
    expect(types()).toEqual(['fetched', 'invalidated', 'refreshed'])
  })

  it('does not touch the token that has taken its place', async () => {
    const { endpoint, source } = setUp()
    const first = await source.getToken()
    for (let times = 0; times < 10; times++) {
      source.invalidate(first)
      await source.getToken()
    }
    expect(endpoint.requests).toHaveLength(2)
  })
})

describe('clear', () => {
  it('drops the token', async () => {
    const { endpoint, source } = setUp()
    await source.getToken()
    source.clear()
    await source.getToken()
    expect(endpoint.requests).toHaveLength(2)
  })

  it('aborts the fetch, rejects who waits, and ignores the late answer', async () => {
    const { clock, endpoint, source, types } = setUp({ latencyMs: 100 })
    const caught = source.getToken().catch((error: unknown) => error)
    await settlePromises()
    source.clear()
    expect(await caught).toMatchObject({ name: 'AbortError' })
    expect(endpoint.requests[0]?.signal.aborted).toBe(true)
    await clock.advance(1000)
    expect(source.describe()).toBeUndefined()
    expect(types()).toEqual(['cleared'])
  })

  it('ignores an answer that was read in the same moment', async () => {
    let answer: (token: unknown) => void = () => undefined
    const { source } = setUp({}, { fetchToken: () => new Promise((resolve) => (answer = resolve)) })
    const caught = source.getToken().catch((error: unknown) => error)
    await settlePromises()
    answer({ secureSignature: 'c'.repeat(64), secureExpire: '1700000060' })
    source.clear()
    expect(await caught).toMatchObject({ name: 'AbortError' })
    await settlePromises()
    expect(source.describe()).toBeUndefined()
  })
})

describe('a signal', () => {
  it('stops one caller at once, and nobody else', async () => {
    const { clock, source } = setUp({ latencyMs: 100 })
    const controller = new AbortController()
    const reason = new Error('left the page')
    const leaves = source.getToken({ signal: controller.signal }).catch((error: unknown) => error)
    const stays = source.getToken()
    controller.abort(reason)
    expect(await leaves).toBe(reason)
    await clock.advance(100)
    expect(numberOf(await stays)).toBe(1)
  })

  it('that has aborted before asks for nothing', async () => {
    const { endpoint, source } = setUp()
    await expect(source.getToken({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(endpoint.requests).toHaveLength(0)
  })
})

describe('update', () => {
  it('takes over new closures and keeps the token', async () => {
    const { clock, endpoint, source } = setUp()
    for (let render = 1; render <= 10; render++) {
      source.update({ headers: () => ({ 'x-render': String(render) }) })
      await source.getToken()
    }
    expect(endpoint.requests).toHaveLength(1)
    await clock.advance(60_000)
    await source.getToken()
    expect(endpoint.requests[1]?.headers.get('x-render')).toBe('10')
  })
})

describe('options', () => {
  it('must name one way to a token, not two and not none', () => {
    const message = /"endpoint".*"fetchToken"/
    expect(() => createTokenSource({})).toThrow(message)
    expect(() => createTokenSource({ endpoint: ENDPOINT, fetchToken: () => Promise.resolve(null) })).toThrow(
      message,
    )
  })

  it('with a relative address outside of a browser are a TypeError on first use, so that a page can be rendered on a server', async () => {
    const source = createTokenSource({ endpoint: '/api/upload-token' })
    await expect(source.getToken()).rejects.toThrow(TypeError)
  })

  it('may hold a listener that throws', async () => {
    const { source } = setUp(
      {},
      {
        onEvent: () => {
          throw new Error('a broken panel')
        },
      },
    )
    await expect(source.getToken()).resolves.toBeDefined()
  })
})

describe('auth tokens', () => {
  const authToken = { authToken: 'header.claims.mac', expiresIn: 60 }

  it('come out of the provider, which can drop them', async () => {
    let fetches = 0
    const { source } = setUp({}, { fetchToken: () => Promise.resolve({ ...authToken, number: ++fetches }) })
    const text = await source.authTokenProvider.getToken()
    expect(text).toBe('header.claims.mac')
    source.authTokenProvider.invalidate('another')
    await source.authTokenProvider.getToken()
    expect(fetches).toBe(1)
    source.authTokenProvider.invalidate(text)
    await source.authTokenProvider.getToken()
    expect(fetches).toBe(2)
  })

  it('are not for the signature resolver, and signatures not for the provider', async () => {
    const issuesAuthTokens = setUp({}, { fetchToken: () => Promise.resolve(authToken) }).source
    await expect(issuesAuthTokens.signatureResolver()).rejects.toMatchObject({
      code: 'ERR_CREDENTIAL_UNSUPPORTED',
    })
    await expect(setUp().source.authTokenProvider.getToken()).rejects.toMatchObject({
      code: 'ERR_CREDENTIAL_UNSUPPORTED',
    })
  })
})
