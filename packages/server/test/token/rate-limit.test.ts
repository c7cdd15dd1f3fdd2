import { BurstyRateLimiter, RateLimiterMemory, RateLimiterUnion } from 'rate-limiter-flexible'
import { describe, expect, it } from 'vitest'
import { createTokenEndpoint } from '../../src/adapter/index.js'
import { mostPointsOf } from '../../src/token/rate-limit.js'

const perMinute = () => new RateLimiterMemory({ keyPrefix: 'minute', points: 1, duration: 60 })
const perDay = () => new RateLimiterMemory({ keyPrefix: 'day', points: 1, duration: 86_400 })

describe('a rate limit', () => {
  it.each([
    ['the wait of one limiter', perMinute(), 60],
    ['the longest wait of a union', new RateLimiterUnion(perDay(), perMinute()), 86_400],
  ])('sends Retry-After with %s of rate-limiter-flexible', async (_what, limiter, retryAfter) => {
    const endpoint = createTokenEndpoint({
      publicKey: 'demopublickey',
      secretKey: 'demosecretkey',
      authorize: () => ({ subject: 'ada' }),
      rateLimit: { limiter },
    })
    const ask = () => endpoint({ method: 'POST', header: () => undefined })

    expect((await ask()).status).toBe(200)
    const { status, headers } = await ask()

    expect(status).toBe(429)
    expect(Number(headers['Retry-After'])).toBeGreaterThan(retryAfter - 30)
    expect(Number(headers['Retry-After'])).toBeLessThanOrEqual(retryAfter)
  })
})

describe('mostPointsOf', () => {
  it('reads the points of the limiters of rate-limiter-flexible', () => {
    const limiter = new RateLimiterMemory({ points: 20, duration: 60 })
    expect(mostPointsOf({ limiter })).toBe(20)
    expect(mostPointsOf({ limiter: new BurstyRateLimiter(limiter, limiter) })).toBe(20)
  })

  it('sets no limit for a limiter without valid points', () => {
    expect(mostPointsOf(undefined)).toBe(Infinity)
    expect(mostPointsOf({ limiter: new RateLimiterUnion(perDay(), perMinute()) })).toBe(Infinity)
    for (const points of [0, -1, Number.NaN, '5', undefined]) {
      const limiter = { consume: () => Promise.resolve(), points: points as number }
      expect(mostPointsOf({ limiter })).toBe(Infinity)
    }
  })
})
