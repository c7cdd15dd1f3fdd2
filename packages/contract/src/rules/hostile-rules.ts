import { expect } from 'chai'
import fc from 'fast-check'
import type { Rule } from './rule.js'

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

// What a header can hold on the wire; a proxy stops the rest. The mark in it would show if it came back in a body.
const hostileValue = fc
  .oneof(
    fc.constantFrom(
      'null',
      '*',
      'undefined',
      '__proto__',
      'constructor',
      'http://',
      'http://[',
      '//',
      '%00',
      '{}',
    ),
    fc.webUrl(),
    fc.stringMatching(/^[!-~\xa1-\xff]{0,60}$/),
  )
  .map((value) => `${value}MARK`)

const hostileHeaders = fc.dictionary(fc.constantFrom(...HEADERS), hostileValue, {
  maxKeys: 6,
  noNullPrototype: true,
})

export const hostileRules: readonly Rule[] = [
  {
    name: 'takes whatever a request says about the type of its body',
    needs: 'every-content-type',
    async check(trial) {
      const ask = await trial.serve()
      for (const type of [
        'nonsense',
        '*/*',
        'application/octet-stream',
        'text/html; charset=nonsense',
        ';',
      ]) {
        expect((await ask({ headers: { 'content-type': type } })).status).to.equal(200)
      }
    },
  },
  {
    name: 'answers hostile headers with one of its statuses, one hook call, and nothing of them in a body',
    async check(trial) {
      let calls = 0
      const count = () => calls++
      const ask = await trial.serve({
        allowedOrigins: ['https://allowed.example'],
        trustProxy: true,
        authorize: (...args) => (trial.cookieOf(...args) ? { subject: 'ada' } : null),
        onIssue: count,
        onDeny: count,
        onError: count,
      })
      await fc.assert(
        fc.asyncProperty(fc.constantFrom('POST', 'OPTIONS'), hostileHeaders, async (method, headers) => {
          const callsBefore = calls
          const answer = await ask({ method, headers })
          expect(answer.status).to.be.oneOf([200, 204, 401, 403])
          expect(calls - callsBefore).to.equal(answer.status === 204 ? 0 : 1)
          expect(answer.text).not.to.include('MARK')
          expect(answer.headers.get('vary')).to.match(/\borigin\b/i)
          expect(answer.headers.get('access-control-allow-origin')).to.equal(null)
        }),
        { numRuns: 100 },
      )
    },
  },
]
