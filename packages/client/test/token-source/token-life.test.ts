import { describe, expect, it } from 'vitest'
import { numberOf, setUpTokenSource } from './set-up-token-source.js'

describe('getToken', () => {
  it('replaces a token 30 s before it expires', async () => {
    const { clock, source } = setUpTokenSource({ expiresIn: 1800 })
    const first = await source.getToken()
    await clock.advance(1_769_999)
    expect(await source.getToken()).toBe(first)
    await clock.advance(1)
    expect(await source.getToken()).not.toBe(first)
  })

  it('replaces a token of 2 s after 1.5 s', async () => {
    const { clock, source } = setUpTokenSource({ expiresIn: 2 })
    const first = await source.getToken()
    await clock.advance(1499)
    expect(await source.getToken()).toBe(first)
    await clock.advance(1)
    expect(numberOf(await source.getToken())).toBe(2)
  })

  it('measures the age from when the request was sent', async () => {
    const { clock, endpoint, source } = setUpTokenSource({ expiresIn: 8, latencyMs: 3000 })
    const first = source.getToken()
    await clock.advance(3000)
    await first
    await clock.advance(3000)
    void source.getToken()
    expect(endpoint.requests).toHaveLength(2)
  })

  it('is not affected by a clock that is a day wrong', async () => {
    for (const byMs of [86_400_000, -86_400_000]) {
      const { clock, endpoint, source } = setUpTokenSource()
      clock.stepWall(byMs)
      for (let second = 0; second < 40; second++) {
        await source.getToken()
        await clock.advance(1000)
      }
      expect(endpoint.requests).toHaveLength(1)
    }
  })

  it('replaces a token that expired while the computer slept', async () => {
    const { clock, source } = setUpTokenSource()
    const first = await source.getToken()
    clock.sleep(3_600_000)
    expect(await source.getToken()).not.toBe(first)
  })

  it('fetches one more token after the clock was set forward', async () => {
    const { clock, endpoint, source } = setUpTokenSource()
    await source.getToken()
    clock.stepWall(3_600_000)
    await source.getToken()
    await source.getToken()
    expect(endpoint.requests).toHaveLength(2)
  })

  it('follows the monotonic clock after the wall clock was set back', async () => {
    const { clock, source } = setUpTokenSource()
    const first = await source.getToken()
    clock.stepWall(-3_600_000)
    expect(await source.getToken()).toBe(first)
    await clock.advance(45_000)
    expect(await source.getToken()).not.toBe(first)
  })

  it('returns the old token until it expires while the endpoint is unreachable', async () => {
    const { clock, endpoint, source } = setUpTokenSource({}, { maxRetries: 0 })
    const first = await source.getToken()
    await clock.advance(50_000)
    endpoint.answers = [() => Promise.reject(new TypeError('Failed to fetch'))]
    expect(await source.getToken()).toBe(first)
    await clock.advance(10_000)
    endpoint.answers = [() => Promise.reject(new TypeError('Failed to fetch'))]
    await expect(source.getToken()).rejects.toMatchObject({ code: 'ERR_ENDPOINT_UNREACHABLE' })
  })

  it('does not return the old token when the endpoint refuses', async () => {
    const { clock, endpoint, source } = setUpTokenSource()
    await source.getToken()
    await clock.advance(50_000)
    endpoint.answers = [() => Response.json({}, { status: 401 })]
    await expect(source.getToken()).rejects.toMatchObject({ code: 'ERR_UNAUTHENTICATED' })
  })

  it('fetches once more after a token that was expired on arrival, then rejects', async () => {
    const { clock, endpoint, source } = setUpTokenSource({ expiresIn: 2, latencyMs: 3000 })
    const token = source.getToken()
    const caught = token.catch((error: unknown) => error)
    await clock.advance(6000)
    expect(await caught).toMatchObject({
      code: 'ERR_TOKEN_TOO_SHORT',
      retryable: false,
      message: expect.stringContaining('Increase "expiresIn"') as unknown,
    })
    expect(endpoint.requests).toHaveLength(2)
  })
})

describe('initialToken', () => {
  it('saves the first request', async () => {
    const { endpoint, source } = setUpTokenSource(
      {},
      { initialToken: { secureSignature: '0'.repeat(64), secureExpire: '1700000060', expiresIn: 60 } },
    )
    expect(numberOf(await source.getToken())).toBe(0)
    expect(endpoint.requests).toHaveLength(0)
  })

  it('is replaced before it expires', async () => {
    const { clock, source, types } = setUpTokenSource(
      {},
      { initialToken: { secureSignature: '0'.repeat(64), secureExpire: '1700000060', expiresIn: 60 } },
    )
    await clock.advance(45_000)
    expect(numberOf(await source.getToken())).toBe(1)
    expect(types()).toEqual(['refreshed'])
  })

  it('can be replaced by fetchToken, which returns the JSON of an endpoint', async () => {
    const { source } = setUpTokenSource(
      {},
      { fetchToken: () => Promise.resolve({ secureSignature: 'a'.repeat(64), secureExpire: 1_700_000_060 }) },
    )
    expect(await source.signatureResolver()).toEqual({
      secureSignature: 'a'.repeat(64),
      secureExpire: '1700000060',
    })
  })
})

describe('a token without expiresIn', () => {
  it('gets its lifetime from the Date header, independent of the local clock', async () => {
    const { clock, endpoint, source } = setUpTokenSource()
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

  it('gets its lifetime from the local clock without a Date header', async () => {
    const { endpoint, source } = setUpTokenSource()
    endpoint.answers = [() => Response.json({ secureSignature: 'b'.repeat(64), secureExpire: '1700000060' })]
    await source.getToken()
    expect(source.describe()?.lifeMs).toBe(60_000)
  })
})
