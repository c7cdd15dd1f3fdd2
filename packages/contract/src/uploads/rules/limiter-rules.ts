import { expect } from 'chai'
import { expectError } from '../../rules/expect-answer.js'
import { rejectWith } from '../stores.js'
import type { UploadsRule } from '../uploads-harness.js'
import { uuidOf } from './uuid-of.js'

export const limiterRules: readonly UploadsRule[] = [
  {
    name: 'limits tokens and completions per user, with one point per file',
    async check(harness) {
      const points: unknown[] = []
      const limiter = {
        consume: (key: string, count = 1) => {
          points.push(`${key} ${count}`)
          return Promise.resolve()
        },
      }
      const { send, complete } = await harness.serve({ rateLimit: { limiter } })
      await send()
      const [a, b] = [uuidOf(0), uuidOf(1)]
      await complete([a, b, a, 'no UUID'])
      await complete([])
      expect(points).to.deep.equal(['ada 1', 'ada 2', 'ada 1'])
    },
  },
  {
    name: 'answers 429 with Retry-After when the limiter refuses, and 500 when it is down, without a request to Uploadcare',
    async check(harness) {
      const body = { completed: [uuidOf(0)] }
      const limited = await harness.serve({
        rateLimit: { limiter: { consume: () => rejectWith({ msBeforeNext: 2100 }) } },
      })
      const answer = await limited.send({ body })
      expectError(answer, 429, 'ERR_RATE_LIMITED')
      expect(answer.headers.get('retry-after')).to.equal('3')
      const down = { consume: () => Promise.reject(new Error('the store is unavailable')) }
      expectError(
        await (await harness.serve({ rateLimit: { limiter: down } })).send({ body }),
        500,
        'ERR_INTERNAL',
      )
      expect(harness.rest.requests).to.deep.equal([])
      const allowing = await harness.serve({ rateLimit: { limiter: down, whenDown: 'allow' } })
      expect((await allowing.send({ body })).status).to.equal(200)
    },
  },
  {
    name: 'completes at most as many files of a request as the limiter has points, in the order of the names',
    async check(harness) {
      const consumed: number[] = []
      const limiter = {
        points: 3,
        consume(_key: string, count = 1) {
          consumed.push(count)
          return count > 3 ? rejectWith({ msBeforeNext: 1000 }) : Promise.resolve()
        },
      }
      const { complete } = await harness.serve({ rateLimit: { limiter } })
      const files = await Promise.all(Array.from({ length: 7 }, () => harness.upload()))
      let names = files.map(({ uuid }) => uuid)
      for (const [accepted, left] of [
        [3, 4],
        [3, 1],
        [1, 0],
      ] as const) {
        const statuses = (await complete(names)).map(({ status }) => status)
        expect(statuses).to.deep.equal([
          ...Array.from({ length: accepted }, () => 'accepted'),
          ...Array.from({ length: left }, () => 'processing'),
        ])
        names = names.slice(accepted)
      }
      expect(consumed).to.deep.equal([3, 3, 1])
    },
  },
]
