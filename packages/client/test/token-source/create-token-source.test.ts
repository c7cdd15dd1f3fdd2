import { describe, expect, it, vi } from 'vitest'
import { createTokenSource } from '../../src/token-source/create-token-source.js'
import { settlePromises } from '../fake-clock.js'
import { ENDPOINT, numberOf, setUpTokenSource } from './set-up-token-source.js'

describe('getToken', () => {
  it('shares one request between a hundred callers', async () => {
    const { clock, endpoint, source } = setUpTokenSource({ latencyMs: 100 })
    const tokens = Promise.all(Array.from({ length: 100 }, () => source.getToken()))
    await clock.advance(100)
    expect(new Set(await tokens).size).toBe(1)
    expect(endpoint.requests).toHaveLength(1)
  })

  it('sends a POST without a body that accepts JSON, with same-origin cookies', async () => {
    const { endpoint, source } = setUpTokenSource()
    await source.getToken()
    const [request] = endpoint.requests
    expect(request?.method).toBe('POST')
    expect(request?.body).toBeNull()
    expect(request?.headers.get('accept')).toBe('application/json')
    expect(request?.credentials).toBe('same-origin')
  })

  it('leaves no timer', async () => {
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

  it('keeps the token that replaced the given one', async () => {
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
  it('drops the token and the fetched state', async () => {
    const { endpoint, source, types } = setUpTokenSource()
    await source.getToken()
    source.clear()
    await source.getToken()
    expect(endpoint.requests).toHaveLength(2)
    // The next token is the first one of another user.
    expect(types()).toEqual(['fetched', 'cleared', 'fetched'])
  })

  it('aborts the fetch, rejects its callers, and ignores the late answer', async () => {
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

  it('ignores an answer that was read at the same moment', async () => {
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

describe('signal', () => {
  it('rejects one caller immediately, and no other', async () => {
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

  it('rejects without a request when it is already aborted', async () => {
    const { endpoint, source } = setUpTokenSource()
    await expect(source.getToken({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(endpoint.requests).toHaveLength(0)
  })
})

describe('update', () => {
  it('replaces callbacks and keeps the token', async () => {
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
  it('must contain exactly one of endpoint and fetchToken', () => {
    const message = /"endpoint".*"fetchToken"/
    expect(() => createTokenSource({})).toThrow(message)
    expect(() => createTokenSource({ endpoint: ENDPOINT, fetchToken: () => Promise.resolve(null) })).toThrow(
      message,
    )
  })

  it('reject a relative endpoint outside of a browser on first use, so that a page can be rendered on a server', async () => {
    for (const endpoint of ['/api/upload-token', 'upload-token?from=https://app.example']) {
      await expect(createTokenSource({ endpoint }).getToken()).rejects.toThrow(
        new TypeError(`The token endpoint must be an absolute URL outside of a browser, got "${endpoint}"`),
      )
    }
  })

  it('accept a relative endpoint in a browser', async () => {
    vi.stubGlobal('location', new URL('https://app.example/'))
    const addresses: unknown[] = []
    const { endpoint } = setUpTokenSource()
    const source = createTokenSource({
      endpoint: '/api/upload-token',
      fetch: (address, init) => {
        addresses.push(address)
        return endpoint.fetch(ENDPOINT, init)
      },
    })
    await source.getToken()
    vi.unstubAllGlobals()
    expect(addresses).toEqual(['/api/upload-token'])
  })

  it('ignore errors of the listener', async () => {
    const { source } = setUpTokenSource(
      {},
      {
        onEvent: () => {
          throw new Error('a listener error')
        },
      },
    )
    await expect(source.getToken()).resolves.toBeDefined()
  })
})

describe('invalid options', () => {
  it.each([{ timeoutMs: 0 }, { timeoutMs: NaN }, { maxRetries: -1 }, { maxRetries: NaN }])(
    'throw a TypeError: %o',
    (options) => {
      expect(() => setUpTokenSource({}, options)).toThrow(/"(timeoutMs|maxRetries)" must be/)
    },
  )

  it('do not include an infinite timeoutMs', async () => {
    const source = createTokenSource({
      fetchToken: () =>
        new Promise((resolve) => setTimeout(resolve, 5, { secureSignature: 'x', secureExpire: 1 })),
      timeoutMs: Infinity,
      maxRetries: 0,
    })
    await expect(source.getToken()).rejects.toMatchObject({ code: 'ERR_TOKEN_TOO_SHORT' })
  })
})

describe('authTokenProvider', () => {
  const authToken = { authToken: 'header.claims.mac', expiresIn: 60 }

  it('returns the auth token and drops it when it is refused', async () => {
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

  it('accepts invalidate() before the first token', () => {
    const { source } = setUpTokenSource()
    expect(() => {
      source.authTokenProvider.invalidate()
    }).not.toThrow()
  })

  it('rejects with ERR_CREDENTIAL_UNSUPPORTED for a signature, as signatureResolver does for an auth token', async () => {
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

describe('onEvent', () => {
  it('is called after the state has changed', async () => {
    const seen: unknown[] = []
    const { source } = setUpTokenSource({}, { onEvent: ({ type }) => seen.push([type, !!source.describe()]) })
    source.invalidate(await source.getToken())
    expect(seen).toEqual([
      ['fetched', true],
      ['invalidated', false],
    ])
  })

  it('may call clear() while a token arrives', async () => {
    const { source } = setUpTokenSource({}, { onEvent: ({ type }) => type === 'fetched' && source.clear() })
    await source.getToken()
    expect(source.describe()).toBeUndefined()
  })
})

describe('session', () => {
  it('aborts on clear(), and a new session begins', () => {
    const { source } = setUpTokenSource()
    const { session } = source
    expect(session.aborted).toBe(false)
    source.clear()
    expect(session.aborted).toBe(true)
    expect(source.session.aborted).toBe(false)
  })
})
