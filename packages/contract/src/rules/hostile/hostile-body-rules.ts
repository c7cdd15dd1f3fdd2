import { expect } from 'chai'
import fc from 'fast-check'
import type { Rule } from '../rule.js'
import { hostileText, MARK } from './hostile-text.js'
import { serveWatched } from './serve-watched.js'

const body = fc.oneof(
  hostileText,
  fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
  // Truncated or repeated JSON.
  fc.tuple(fc.json(), fc.nat()).map(([json, end]) => `${json.slice(0, end % (json.length + 1))}${MARK}`),
  fc.json().map((json) => `${json}${json}${MARK}`),
  fc.constantFrom(
    '',
    `{"__proto__":{"${MARK}":1}}`,
    `{"constructor":"${MARK}`,
    '['.repeat(100_000),
    MARK.repeat(300_000),
  ),
)
const contentType = fc.constantFrom(
  ...[
    'application/json',
    'application/json; charset=utf-7',
    'application/x-www-form-urlencoded',
    'text/plain',
  ],
  ...['multipart/form-data', 'multipart/form-data; boundary=', 'application/octet-stream', 'nonsense', ';'],
)
const contentEncoding = fc.constantFrom(undefined, 'gzip', 'br', 'nonsense')

export const hostileBodyRules: readonly Rule[] = [
  {
    name: 'ignores the Content-Type of a request',
    needs: 'every-content-type',
    async check(harness) {
      const send = await harness.serve()
      for (const type of [
        'nonsense',
        '*/*',
        'application/octet-stream',
        'text/html; charset=nonsense',
        ';',
      ]) {
        expect((await send({ headers: { 'content-type': type } })).status).to.equal(200)
      }
    },
  },
  {
    name: 'issues a token whatever the body is: malformed, huge, or not of its Content-Type',
    needs: 'every-body',
    async check(harness) {
      const send = await serveWatched(harness)
      await fc.assert(
        fc.asyncProperty(body, contentType, contentEncoding, async (body, type, encoding) => {
          const headers = {
            'content-type': type,
            ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
          }
          expect((await send({ body, headers })).status).to.equal(200)
        }),
        { numRuns: 60 },
      )
    },
  },
]
