import type { Limiter } from '@secure-uploading/server'
import { expect } from 'chai'
import { expectError, expectToken } from './expect-answer.js'
import type { Rule } from './rule.js'

export const rateLimitRules: readonly Rule[] = [
  {
    name: 'counts by the subject of the grant, and answers 429 with Retry-After when there is no room',
    async check(trial) {
      const limiter = limiterOf(2)
      const ask = await trial.serve({
        authorize: (...args) => ({ subject: trial.cookieOf(...args) ?? 'nobody' }),
        rateLimit: { limiter },
      })
      const ada = { headers: { cookie: 'ada' } }
      await expectToken(await ask(ada))
      await expectToken(await ask(ada))
      const answer = await ask(ada)
      expectError(answer, 429, 'ERR_RATE_LIMITED')
      expect(answer.headers.get('retry-after')).to.equal('3')
      await expectToken(await ask({ headers: { cookie: 'bob' } }))
      expect(limiter.keys).to.deep.equal(['ada', 'ada', 'ada', 'bob'])
    },
  },
  {
    name: 'counts by rateLimit.key when it is given, with what the framework passes',
    async check(trial) {
      const limiter = limiterOf(1)
      const ask = await trial.serve({
        authorize: 'anyone',
        rateLimit: { limiter, key: (_grant, ...args) => `cookie:${trial.cookieOf(...args) ?? ''}` },
      })
      await expectToken(await ask({ headers: { cookie: 'ada' } }))
      expectError(await ask({ headers: { cookie: 'ada' } }), 429, 'ERR_RATE_LIMITED')
      expect(limiter.keys).to.deep.equal(['cookie:ada', 'cookie:ada'])
    },
  },
  {
    name: 'counts nobody who is refused before',
    async check(trial) {
      const limiter = limiterOf(1)
      const ask = await trial.serve({ authorize: () => null, rateLimit: { limiter } })
      await ask()
      await ask({ headers: { origin: 'http://evil.example' } })
      await ask({ method: 'OPTIONS' })
      expect(limiter.keys).to.deep.equal([])
    },
  },
  {
    name: 'asks for at least a second of patience',
    async check(trial) {
      const limiter = { consume: () => rejectWith({ msBeforeNext: 0 }) }
      const ask = await trial.serve({ authorize: () => ({ subject: 'ada' }), rateLimit: { limiter } })
      expect((await ask()).headers.get('retry-after')).to.equal('1')
    },
  },
  {
    name: 'asks for the longest patience that any limiter of a union asks for',
    async check(trial) {
      const limiter = {
        consume: () => rejectWith({ perMinute: { msBeforeNext: 2500 }, perDay: { msBeforeNext: 61_000 } }),
      }
      const ask = await trial.serve({
        authorize: () => ({ subject: 'ada' }),
        rateLimit: { limiter, whenDown: 'allow' },
      })
      const answer = await ask()
      expectError(answer, 429, 'ERR_RATE_LIMITED')
      expect(answer.headers.get('retry-after')).to.equal('61')
    },
  },
  {
    name: 'refuses with 500 while the limiter is down, and reports it',
    async check(trial) {
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
        const ask = await trial.serve({
          authorize: () => ({ subject: 'ada' }),
          rateLimit: { limiter: { consume: () => rejectWith(reason) } },
          onError: (error) => errors.push(error),
        })
        expectError(await ask(), 500, 'ERR_INTERNAL')
        expect(errors).to.deep.equal([reason])
      }
    },
  },
  {
    name: 'lets pass while the limiter is down if it was told to, and reports it all the same',
    async check(trial) {
      const errors: unknown[] = []
      const down = new Error('connection refused')
      const ask = await trial.serve({
        authorize: () => ({ subject: 'ada' }),
        rateLimit: { limiter: { consume: () => rejectWith(down) }, whenDown: 'allow' },
        onError: (error) => errors.push(error),
      })
      await expectToken(await ask())
      expect(errors).to.deep.equal([down])
    },
  },
  {
    name: 'answers 500 when there is nobody to count',
    async check(trial) {
      for (const key of [undefined, () => '']) {
        const errors: unknown[] = []
        const ask = await trial.serve({
          authorize: () => true,
          rateLimit: { limiter: limiterOf(1), ...(key ? { key } : {}) },
          onError: (error) => errors.push(error),
        })
        expectError(await ask(), 500, 'ERR_INTERNAL')
        expect(errors[0]).to.be.an.instanceOf(TypeError)
        expect((errors[0] as TypeError).message).to.include('"rateLimit.key"')
      }
    },
  },
]

/** Has the shape of rate-limiter-flexible's limiters: room for so many, then 2.5 seconds to wait. */
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
