import { expect } from 'chai'
import fc from 'fast-check'
import type { Rule } from '../rule.js'
import { hostileHeaderValue } from './hostile-text.js'
import { serveWatched } from './serve-watched.js'

const HEADERS = [
  'origin',
  'sec-fetch-site',
  'x-forwarded-host',
  'x-forwarded-proto',
  'forwarded',
  'cookie',
  'authorization',
  'access-control-request-method',
  'access-control-request-headers',
  'x-http-method-override',
]

const hostileHeaders = fc.dictionary(fc.constantFrom(...HEADERS), hostileHeaderValue, {
  maxKeys: 6,
  noNullPrototype: true,
})

export const hostileHeaderRules: readonly Rule[] = [
  {
    name: 'answers hostile headers with a documented status and one hook call, without repeating them',
    async check(harness) {
      const send = await serveWatched(harness, {
        allowedOrigins: ['https://allowed.example'],
        trustProxy: true,
        authorize: (...args) => (harness.cookieOf(...args) ? { subject: 'ada' } : null),
      })
      await fc.assert(
        fc.asyncProperty(fc.constantFrom('POST', 'OPTIONS'), hostileHeaders, async (method, headers) => {
          const answer = await send({ method, headers })
          expect(answer.status).to.be.oneOf([200, 204, 401, 403])
          expect(answer.headers.get('access-control-allow-origin')).to.equal(null)
        }),
        { numRuns: 100 },
      )
    },
  },
]
