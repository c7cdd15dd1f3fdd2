import type { TokenDenied, TokenIssued } from '@secure-uploading/server'
import { expect } from 'chai'
import { PUBLIC_KEY, SECRET_KEY } from '../trial.js'
import { expectError, expectToken } from './expect-answer.js'
import type { Rule } from './rule.js'

export const hookRules: readonly Rule[] = [
  {
    name: 'tells onIssue who got a token and until when, but neither the secret nor the signature',
    async check(trial) {
      const events: TokenIssued[] = []
      const cookies: unknown[] = []
      const ask = await trial.serve({
        authorize: () => ({ subject: 'ada', expiresIn: 60 }),
        now: () => 1_454_902_056_000,
        onIssue: (event, ...args) => {
          events.push(event)
          cookies.push(trial.cookieOf(...args))
        },
      })
      const answer = await ask({ headers: { cookie: 'a=1' } })
      const { secureSignature } = await expectToken(answer, { nowMs: 1_454_902_056_000 })
      expect(events).to.deep.equal([
        {
          subject: 'ada',
          publicKey: PUBLIC_KEY,
          credential: 'signature',
          expiresIn: 60,
          expiresAt: new Date(1_454_902_116_000),
        },
      ])
      expect(cookies).to.deep.equal(['a=1'])
      expect(JSON.stringify(events)).not.to.include(secureSignature)
      expect(JSON.stringify(events)).not.to.include(SECRET_KEY)
    },
  },
  {
    name: 'tells onDeny which check said no',
    async check(trial) {
      const events: TokenDenied[] = []
      const ask = await trial.serve({
        authorize: (...args) => (trial.cookieOf(...args) === 'no' ? false : { subject: 'ada' }),
        rateLimit: { limiter: { consume: () => rejectBusy() } },
        onDeny: (event) => events.push(event),
      })
      await ask({ headers: { origin: 'http://evil.example' } })
      await ask({ headers: { cookie: 'no' } })
      await ask()
      expect(events).to.deep.equal([
        { reason: 'cross-origin', status: 403, code: 'ERR_FORBIDDEN' },
        { reason: 'forbidden', status: 403, code: 'ERR_FORBIDDEN' },
        { reason: 'rate-limit', status: 429, code: 'ERR_RATE_LIMITED', subject: 'ada', retryAfter: 9 },
      ])
    },
  },
  {
    name: 'tells exactly one hook about each request for a token',
    async check(trial) {
      const calls: string[] = []
      const hooks = {
        onIssue: () => calls.push('issue'),
        onDeny: () => calls.push('deny'),
        onError: () => calls.push('error'),
      }
      await (
        await trial.serve(hooks)
      )()
      await (
        await trial.serve({ ...hooks, authorize: () => null })
      )()
      await (
        await trial.serve({ ...hooks, authorize: () => Promise.reject(new Error('boom')) })
      )()
      expect(calls).to.deep.equal(['issue', 'deny', 'error'])
    },
  },
  {
    name: 'gives its answer whatever the hooks do',
    async check(trial) {
      const waitForever = () => new Promise<never>(() => undefined)
      const reject = () => Promise.reject(new Error('the log is full'))
      const fail = () => {
        throw new Error('the log is full')
      }
      for (const hook of [waitForever, reject, fail]) {
        const hooks = { onIssue: hook, onDeny: hook, onError: hook }
        await expectToken(await (await trial.serve(hooks))())
        const denied = await trial.serve({ ...hooks, authorize: () => null })
        expectError(await denied(), 401, 'ERR_UNAUTHENTICATED')
        const broken = await trial.serve({ ...hooks, authorize: fail })
        expectError(await broken(), 500, 'ERR_INTERNAL')
      }
    },
  },
]

function rejectBusy(): Promise<never> {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- rate-limiter-flexible does so
  return Promise.reject({ msBeforeNext: 9000 })
}
