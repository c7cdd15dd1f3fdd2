import { expect } from 'chai'
import type { Answer } from '../harness.js'
import { expectError, expectToken } from './expect-answer.js'
import type { Rule } from './rule.js'

const ORIGIN = 'https://app.other.example'
const allowedOrigins = ['capacitor://localhost', ORIGIN]
const headers = { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }

export const corsRules: readonly Rule[] = [
  {
    name: 'lets a page of an allowed origin send cookies and read the answer',
    async check(harness) {
      const send = await harness.serve({ allowedOrigins })
      const answer = await send({ headers })
      await expectToken(answer)
      expectReadable(answer)
      for (const name of ['methods', 'headers']) {
        expect(answer.headers.get(`access-control-allow-${name}`), name).to.equal(null)
      }
      expect(answer.headers.get('access-control-max-age')).to.equal(null)
      await expectToken(await send({ headers: { origin: 'capacitor://localhost' } }))
    },
  },
  {
    name: 'lets a page of an allowed origin read a refusal',
    async check(harness) {
      const unauthenticated = await harness.serve({ allowedOrigins, authorize: () => null })
      const broken = await harness.serve({
        allowedOrigins,
        authorize: () => Promise.reject(new Error('boom')),
      })
      for (const send of [unauthenticated, broken]) expectReadable(await send({ headers }))
    },
  },
  {
    name: 'answers the preflight of an allowed origin with the valid header names',
    async check(harness) {
      const send = await harness.serve({ allowedOrigins, authorize: () => null })
      const answer = await send({
        method: 'OPTIONS',
        headers: {
          ...headers,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization, x-csrf,bad name , "quoted", ,content-type',
        },
      })
      expect([answer.status, answer.text]).to.deep.equal([204, ''])
      expectReadable(answer)
      expect(answer.headers.get('access-control-allow-methods')).to.equal('POST')
      expect(answer.headers.get('access-control-allow-headers')).to.equal(
        'authorization, x-csrf, content-type',
      )
      expect(Number(answer.headers.get('access-control-max-age'))).to.be.greaterThan(0)
    },
  },
  {
    name: 'refuses the preflight of any other origin without CORS headers',
    async check(harness) {
      const send = await harness.serve({ allowedOrigins })
      for (const origin of [
        'https://evil.example',
        'null',
        `${ORIGIN}/`,
        `${ORIGIN}:443`,
        ORIGIN.toUpperCase(),
      ]) {
        const answer = await send({
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'x-a',
          },
        })
        expectError(answer, 403, 'ERR_FORBIDDEN')
        const cors = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))
        expect(cors).to.deep.equal([])
      }
    },
  },
]

function expectReadable({ headers }: Answer): void {
  expect(headers.get('access-control-allow-origin')).to.equal(ORIGIN)
  expect(headers.get('access-control-allow-credentials')).to.equal('true')
  expect(headers.get('access-control-expose-headers')).to.equal('Retry-After, Date')
  expect(headers.get('vary')).to.match(/\borigin\b/i)
}
