import type { Limiter } from '@secure-uploading/server'
import { expect } from 'chai'
import { expectError, expectToken } from './expect-answer.js'
import type { Rule } from './rule.js'

export const rateLimitRules: readonly Rule[] = [
  {
    name: 'counts by the subject of the grant, and answers 429 with Retry-After',
    async check(harness) {
      const limiter = limiterOf(2)
      const send = await harness.serve({
        authorize: (...args) => ({ subject: harness.cookieOf(...args) ?? 'anonymous' }),
        rateLimit: { limiter },
      })
      const ada = { headers: { cookie: 'ada' } }
      await expectToken(await send(ada))
      await expectToken(await send(ada))
      const answer = await send(ada)
      expectError(answer, 429, 'ERR_RATE_LIMITED')
      expect(answer.headers.get('retry-after')).to.equal('3')
      await expectToken(await send({ headers: { cookie: 'bob' } }))
      expect(limiter.keys).to.deep.equal(['ada', 'ada', 'ada', 'bob'])
    },
  },
  {
    name: 'counts by "rateLimit.key", called with the arguments of the framework',
    async check(harness) {
      const limiter = limiterOf(1)
      const send = await harness.serve({
        authorize: 'anyone',
        rateLimit: { limiter, key: (_grant, ...args) => `cookie:${harness.cookieOf(...args) ?? ''}` },
      })
      await expectToken(await send({ headers: { cookie: 'ada' } }))
      expectError(await send({ headers: { cookie: 'ada' } }), 429, 'ERR_RATE_LIMITED')
      expect(limiter.keys).to.deep.equal(['cookie:ada', 'cookie:ada'])
    },
  },
  {
    name: 'does not count refused requests',
    async check(harness) {
      const limiter = limiterOf(1)
      const send = await harness.serve({ authorize: () => null, rateLimit: { limiter } })
      await send()
      await send({ headers: { origin: 'http://evil.example' } })
      await send({ method: 'OPTIONS' })
      expect(limiter.keys).to.deep.equal([])
    },
  },
  {
    name: 'sends "Retry-After: 1" or more',
    async check(harness) {
      const limiter = { consume: () => rejectWith({ msBeforeNext: 0 }) }
      const send = await harness.serve({ authorize: () => ({ subject: 'ada' }), rateLimit: { limiter } })
      expect((await send()).headers.get('retry-after')).to.equal('1')
    },
  },
  {
    name: 'sends the longest Retry-After of a union of limiters',
    async check(harness) {
      const limiter = {
        consume: () => rejectWith({ perMinute: { msBeforeNext: 2500 }, perDay: { msBeforeNext: 61_000 } }),
      }
      const send = await harness.serve({
        authorize: () => ({ subject: 'ada' }),
        rateLimit: { limiter, whenDown: 'allow' },
      })
      const answer = await send()
      expectError(answer, 429, 'ERR_RATE_LIMITED')
      expect(answer.headers.get('retry-after')).to.equal('61')
    },
  },
  {
    name: 'answers 500 while the limiter is down, and calls onError',
    async check(harness) {
      for (const reason of [
        new Error('connection refused'),
        errorWith({ msBeforeNext: 1000 }),
        errorWith({ perDay: { msBeforeNext: 1000 } }),
        { reason: 'unknown' },
        { msBeforeNext: Number.NaN },
        { msBeforeNext: Number.POSITIVE_INFINITY },
        { perMinute: { msBeforeNext: 2500 }, perDay: errorWith({ msBeforeNext: 1000 }) },
        {},
        'connection refused',
        undefined,
      ]) {
        const errors: unknown[] = []
        const send = await harness.serve({
          authorize: () => ({ subject: 'ada' }),
          rateLimit: { limiter: { consume: () => rejectWith(reason) } },
          onError: (error) => errors.push(error),
        })
        expectError(await send(), 500, 'ERR_INTERNAL')
        expect(errors).to.deep.equal([reason])
      }
    },
  },
  {
    name: 'issues tokens while the limiter is down with whenDown: "allow", and calls onError',
    async check(harness) {
      const errors: unknown[] = []
      const down = new Error('connection refused')
      const send = await harness.serve({
        authorize: () => ({ subject: 'ada' }),
        rateLimit: { limiter: { consume: () => rejectWith(down) }, whenDown: 'allow' },
        onError: (error) => errors.push(error),
      })
      await expectToken(await send())
      expect(errors).to.deep.equal([down])
    },
  },
  {
    name: 'answers 500 without a subject or key to count',
    async check(harness) {
      for (const key of [undefined, () => '']) {
        const errors: unknown[] = []
        const send = await harness.serve({
          authorize: () => true,
          rateLimit: { limiter: limiterOf(1), ...(key ? { key } : {}) },
          onError: (error) => errors.push(error),
        })
        expectError(await send(), 500, 'ERR_INTERNAL')
        expect(errors[0]).to.be.an.instanceOf(TypeError)
        expect((errors[0] as TypeError).message).to.include('"rateLimit.key"')
      }
    },
  },
]

/** Creates a limiter like those of rate-limiter-flexible: it allows `points` requests, then a wait of 2.5 s follows. */
function limiterOf(points: number): Limiter & { keys: string[] } {
  const keys: string[] = []
  return {
    keys,
    consume(key) {
      keys.push(key)
      const consumed = keys.filter((other) => other === key).length
      return consumed <= points ? Promise.resolve({}) : rejectWith({ msBeforeNext: 2500 })
    },
  }
}

function errorWith(details: object): Error {
  return Object.assign(new Error('connection refused'), details)
}

function rejectWith(reason: unknown): Promise<never> {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- rate-limiter-flexible does so
  return Promise.reject(reason)
}
