import { describe, expect, it, vi } from 'vitest'
import { createTokenSource } from '../../src/token-source/create-token-source.js'
import { settlePromises } from '../fake-clock.js'
import { ENDPOINT, numberOf, setUpTokenSource } from './set-up-token-source.js'

describe('one fetch for everybody', () => {
  it('serves a hundred callers with one request', async () => {
    const { clock, endpoint, source } = setUpTokenSource({ latencyMs: 100 })
    const tokens = Promise.all(Array.from({ length: 100 }, () => source.getToken()))
    await clock.advance(100)
    expect(new Set(await tokens).size).toBe(1)
    expect(endpoint.requests).toHaveLength(1)
  })

  it('posts without a body, asks for JSON and sends cookies of its own origin only', async () => {
    const { endpoint, source } = setUpTokenSource()
    await source.getToken()
    const [request] = endpoint.requests
    expect(request?.method).toBe('POST')
    expect(request?.body).toBeNull()
    expect(request?.headers.get('accept')).toBe('application/json')
    expect(request?.credentials).toBe('same-origin')
  })

  it('leaves no timer behind', async () => {
    const { clock, source } = setUpTokenSource()
    await source.getToken()
    expect(clock.timers).toBe(0)
  })
})

describe('invalidate', () => {
  it('drops the token, so that the next caller gets a new one', async () => {
    const { source, types } = setUpTokenSource()
    const first = await source.getToken()
    source.invalidate(first)
    expect(numberOf(await source.getToken())).toBe(2)
    expect(types()).toEqual(['fetched', 'invalidated', 'refreshed'])
  })

  it('does not touch the token that has taken its place', async () => {
    const { endpoint, source } = setUpTokenSource()
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
    const { endpoint, source, types } = setUpTokenSource()
    await source.getToken()
    source.clear()
    await source.getToken()
    expect(endpoint.requests).toHaveLength(2)
    // The next one is another user's first.
    expect(types()).toEqual(['fetched', 'cleared', 'fetched'])
  })

  it('aborts the fetch, rejects who waits, and ignores the late answer', async () => {
    const { clock, endpoint, source, types } = setUpTokenSource({ latencyMs: 100 })
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
    const { source } = setUpTokenSource(
      {},
      { fetchToken: () => new Promise((resolve) => (answer = resolve)) },
    )
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
    const { clock, source } = setUpTokenSource({ latencyMs: 100 })
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
    const { endpoint, source } = setUpTokenSource()
    await expect(source.getToken({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(endpoint.requests).toHaveLength(0)
  })
})

describe('update', () => {
  it('takes over new closures and keeps the token', async () => {
    const { clock, endpoint, source } = setUpTokenSource()
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
    for (const endpoint of ['/api/upload-token', 'upload-token?from=https://app.example']) {
      await expect(createTokenSource({ endpoint }).getToken()).rejects.toThrow(
        new TypeError('"endpoint" must be an absolute URL outside of a browser'),
      )
    }
  })

  it('take a relative address in a browser', async () => {
    vi.stubGlobal('location', new URL('https://app.example/'))
    const asked: unknown[] = []
    const { endpoint } = setUpTokenSource()
    const source = createTokenSource({
      endpoint: '/api/upload-token',
      fetch: (address, init) => {
        asked.push(address)
        return endpoint.fetch(ENDPOINT, init)
      },
    })
    await source.getToken()
    vi.unstubAllGlobals()
    expect(asked).toEqual(['/api/upload-token'])
  })

  it('may hold a listener that throws', async () => {
    const { source } = setUpTokenSource(
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

describe('options that cannot be meant', () => {
  it.each([{ timeoutMs: 0 }, { timeoutMs: NaN }, { maxRetries: -1 }, { maxRetries: NaN }])(
    'are a TypeError: %o',
    (options) => {
      expect(() => setUpTokenSource({}, options)).toThrow(/"(timeoutMs|maxRetries)" must be/)
    },
  )

  it('do not include a time-out without end', async () => {
    const source = createTokenSource({
      fetchToken: () =>
        new Promise((resolve) => setTimeout(resolve, 5, { secureSignature: 'x', secureExpire: 1 })),
      timeoutMs: Infinity,
      maxRetries: 0,
    })
    await expect(source.getToken()).rejects.toMatchObject({ code: 'ERR_TOKEN_TOO_SHORT' })
  })
})

describe('auth tokens', () => {
  const authToken = { authToken: 'header.claims.mac', expiresIn: 60 }

  it('come out of the provider, which can drop them', async () => {
    let fetches = 0
    const { source } = setUpTokenSource(
      {},
      { fetchToken: () => Promise.resolve({ ...authToken, number: ++fetches }) },
    )
    const text = await source.authTokenProvider.getToken()
    expect(text).toBe('header.claims.mac')
    source.authTokenProvider.invalidate('another')
    await source.authTokenProvider.getToken()
    expect(fetches).toBe(1)
    source.authTokenProvider.invalidate(text)
    await source.authTokenProvider.getToken()
    expect(fetches).toBe(2)
  })

  it('can be dropped before there is one', () => {
    const { source } = setUpTokenSource()
    expect(() => {
      source.authTokenProvider.invalidate()
    }).not.toThrow()
  })

  it('are not for the signature resolver, and signatures not for the provider', async () => {
    const issuesAuthTokens = setUpTokenSource({}, { fetchToken: () => Promise.resolve(authToken) }).source
    await expect(issuesAuthTokens.signatureResolver()).rejects.toMatchObject({
      code: 'ERR_CREDENTIAL_UNSUPPORTED',
      message: expect.stringMatching(/cannot send auth tokens.*"signature"/) as unknown,
    })
    await expect(setUpTokenSource().source.authTokenProvider.getToken()).rejects.toMatchObject({
      code: 'ERR_CREDENTIAL_UNSUPPORTED',
      message: expect.stringContaining('"jwt"') as unknown,
    })
  })
})

describe('a listener', () => {
  it('finds the state that it hears of', async () => {
    const seen: unknown[] = []
    const { source } = setUpTokenSource({}, { onEvent: ({ type }) => seen.push([type, !!source.describe()]) })
    source.invalidate(await source.getToken())
    expect(seen).toEqual([
      ['fetched', true],
      ['invalidated', false],
    ])
  })

  it('may clear what was just fetched', async () => {
    const { source } = setUpTokenSource({}, { onEvent: ({ type }) => type === 'fetched' && source.clear() })
    await source.getToken()
    expect(source.describe()).toBeUndefined()
  })
})

describe('a session', () => {
  it('ends with the next sign-out, and another one begins', () => {
    const { source } = setUpTokenSource()
    const { session } = source
    expect(session.aborted).toBe(false)
    source.clear()
    expect(session.aborted).toBe(true)
    expect(source.session.aborted).toBe(false)
  })
})
