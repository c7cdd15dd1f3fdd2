import type { TokenDenied, TokenIssued } from '@secure-uploading/server'
import { expect } from 'chai'
import { PUBLIC_KEY, SECRET_KEY } from '../harness.js'
import { expectError, expectToken } from './expect-answer.js'
import type { Rule } from './rule.js'

/** Refused requests, with the hint that onDeny receives. */
const HINTS: readonly (readonly [
  description: string,
  headers: Record<string, string>,
  trustProxy: boolean,
  hint: RegExp,
])[] = [
  [
    'an origin with another port behind a trusted proxy',
    { origin: 'http://app.example:8080', 'x-forwarded-host': 'app.example' },
    true,
    /differs from the host "app\.example" and its port.* add "http:\/\/app\.example:8080" to "allowedOrigins", .*X-Forwarded-Host/,
  ],
  [
    'an origin with another port',
    { origin: 'http://app.example:8080' },
    false,
    /differs from the host "app\.example" and its port.* add "http:\/\/app\.example:8080" to "allowedOrigins"/,
  ],
  [
    'the origin in X-Forwarded-Host of a proxy that is not trusted',
    { origin: 'https://shop.example', 'x-forwarded-host': 'shop.example' },
    false,
    /Set "trustProxy" if your proxy sets that header/,
  ],
  [
    'a page of another site',
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    false,
    /add "https:\/\/evil\.example" to "allowedOrigins"/,
  ],
  ['a page without an origin', { origin: 'null' }, false, /cannot be allowed/],
  [
    'two different origins',
    { origin: 'http://app.example, http://evil.example' },
    false,
    /different values of Origin/,
  ],
]

export const hookRules: readonly Rule[] = [
  {
    name: 'passes subject and expiry to onIssue, but neither the secret nor the signature',
    async check(harness) {
      const events: TokenIssued[] = []
      const cookies: unknown[] = []
      const send = await harness.serve({
        authorize: () => ({ subject: 'ada', expiresIn: 60 }),
        now: () => 1_454_902_056_000,
        onIssue: (event, ...args) => {
          events.push(event)
          cookies.push(harness.cookieOf(...args))
        },
      })
      const answer = await send({ headers: { cookie: 'a=1' } })
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
    name: 'passes the check that refused the request to onDeny',
    async check(harness) {
      const events: TokenDenied[] = []
      const send = await harness.serve({
        authorize: (...args) => (harness.cookieOf(...args) === 'no' ? false : { subject: 'ada' }),
        rateLimit: { limiter: { consume: () => rejectBusy() } },
        onDeny: (event) => events.push(event),
      })
      await send({ headers: { origin: 'http://evil.example' } })
      await send({ headers: { cookie: 'no' } })
      await send()
      expect(events).to.deep.equal([
        {
          reason: 'cross-origin',
          status: 403,
          code: 'ERR_FORBIDDEN',
          origin: 'http://evil.example',
          host: 'app.example',
          hint: 'The origin "http://evil.example" differs from the host "app.example" and its port. To allow its pages, add "http://evil.example" to "allowedOrigins", or let a trusted proxy send its host and port in X-Forwarded-Host.',
        },
        { reason: 'forbidden', status: 403, code: 'ERR_FORBIDDEN' },
        { reason: 'rate-limit', status: 429, code: 'ERR_RATE_LIMITED', subject: 'ada', retryAfter: 9 },
      ])
    },
  },
  ...HINTS.map(([description, headers, trustProxy, hint]): Rule => ({
    name: `passes the option that allows ${description} to onDeny`,
    async check(harness) {
      const events: TokenDenied[] = []
      const send = await harness.serve({ trustProxy, onDeny: (event) => events.push(event) })
      expectError(await send({ headers }), 403, 'ERR_FORBIDDEN')
      expect(events).to.have.length(1)
      expect(events[0]?.origin).to.equal(headers['origin'])
      expect(events[0]?.host).to.be.a('string')
      expect(events[0]?.hint).to.match(hint)
    },
  })),
  {
    name: 'calls exactly one hook for each request',
    async check(harness) {
      const calls: string[] = []
      const hooks = {
        onIssue: () => calls.push('issue'),
        onDeny: () => calls.push('deny'),
        onError: () => calls.push('error'),
      }
      await (
        await harness.serve(hooks)
      )()
      await (
        await harness.serve({ ...hooks, authorize: () => null })
      )()
      await (
        await harness.serve({ ...hooks, authorize: () => Promise.reject(new Error('boom')) })
      )()
      expect(calls).to.deep.equal(['issue', 'deny', 'error'])
    },
  },
  {
    name: 'answers whatever the hooks do',
    async check(harness) {
      const waitForever = () => new Promise<never>(() => undefined)
      const reject = () => Promise.reject(new Error('the disk is full'))
      const fail = () => {
        throw new Error('the disk is full')
      }
      for (const hook of [waitForever, reject, fail]) {
        const hooks = { onIssue: hook, onDeny: hook, onError: hook }
        await expectToken(await (await harness.serve(hooks))())
        const denied = await harness.serve({ ...hooks, authorize: () => null })
        expectError(await denied(), 401, 'ERR_UNAUTHENTICATED')
        const broken = await harness.serve({ ...hooks, authorize: fail })
        expectError(await broken(), 500, 'ERR_INTERNAL')
      }
    },
  },
]

function rejectBusy(): Promise<never> {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- rate-limiter-flexible does so
  return Promise.reject({ msBeforeNext: 9000 })
}
