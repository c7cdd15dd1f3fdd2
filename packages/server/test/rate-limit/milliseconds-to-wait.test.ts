import { RateLimiterMemory, RateLimiterUnion } from 'rate-limiter-flexible'
import { expect, it } from 'vitest'
import { createTokenEndpoint } from '../../src/index.js'

const perMinute = () => new RateLimiterMemory({ keyPrefix: 'minute', points: 1, duration: 60 })
const perDay = () => new RateLimiterMemory({ keyPrefix: 'day', points: 1, duration: 86_400 })

it.each([
  ['one limiter', perMinute(), 60],
  ['a union, as long as the most patient of it', new RateLimiterUnion(perDay(), perMinute()), 86_400],
])('waits for %s of rate-limiter-flexible', async (_what, limiter, retryAfter) => {
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
