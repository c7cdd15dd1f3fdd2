import { describe, expect, it } from 'vitest'
import { numberOf, setUpTokenSource } from './set-up-token-source.js'

describe('invalidate() without a token', () => {
  it('causes one fetch for ten refusals that are 100 ms apart', async () => {
    const { clock, endpoint, source } = setUpTokenSource({ expiresIn: 1800 })
    await source.getToken()
    await clock.advance(60_000)
    for (let times = 0; times < 10; times++) {
      source.invalidate()
      await source.getToken()
      await clock.advance(100)
    }
    expect(endpoint.requests).toHaveLength(2)
  })

  it('drops the last returned token when the secret was rotated 1 s after its fetch', async () => {
    const { clock, source } = setUpTokenSource({ expiresIn: 1800 })
    await source.getToken()
    await clock.advance(1000)
    source.invalidate()
    expect(numberOf(await source.getToken())).toBe(2)
  })

  it('drops a replacement 5 s after it arrived', async () => {
    const { clock, source } = setUpTokenSource({ expiresIn: 1800 })
    await source.getToken()
    source.invalidate()
    await source.getToken()
    await clock.advance(4999)
    source.invalidate()
    expect(numberOf(await source.getToken())).toBe(2)
    await clock.advance(1)
    source.invalidate()
    expect(numberOf(await source.getToken())).toBe(3)
  })

  it('is not affected by a wall clock that is set', async () => {
    const { clock, source } = setUpTokenSource({ expiresIn: 1800 })
    await source.getToken()
    source.invalidate()
    await source.getToken()
    clock.stepWall(-3_600_000)
    source.invalidate()
    expect(numberOf(await source.getToken())).toBe(2)
  })

  it('has no effect before the first token and after clear()', async () => {
    const { source, types } = setUpTokenSource()
    source.invalidate()
    await source.getToken()
    source.clear()
    source.invalidate()
    expect(types()).toEqual(['fetched', 'cleared'])
  })

  it('works through authTokenProvider', async () => {
    let fetches = 0
    const { clock, source } = setUpTokenSource(
      {},
      {
        fetchToken: () =>
          Promise.resolve({ authToken: `header.claims.${String(++fetches)}`, expiresIn: 1800 }),
      },
    )
    await source.authTokenProvider.getToken()
    for (let times = 0; times < 10; times++) {
      source.authTokenProvider.invalidate()
      await source.authTokenProvider.getToken()
      await clock.advance(100)
    }
    expect(fetches).toBe(2)
  })
})
