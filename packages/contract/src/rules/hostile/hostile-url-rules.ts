import { expect } from 'chai'
import fc from 'fast-check'
import type { Rule } from '../rule.js'
import { hostileText, MARK } from './hostile-text.js'
import { serveWatched } from './serve-watched.js'

const ROUTE = '/api/upload-token'

// Node answers 431 to a request with more than 16 KiB of headers before any handler is called.
const fitsIntoHead = (text: string): boolean => text.length < 12_000

const query = fc.oneof(
  fc
    .array(fc.tuple(hostileText, hostileText), { maxLength: 4 })
    .map((pairs) => new URLSearchParams(pairs).toString()),
  fc.webQueryParameters(),
  // Invalid queries.
  fc
    .array(fc.constantFrom('%', '%zz', '%00', '%ff', '&', '=', '?', '[', ']', 'a[__proto__][x]=1', '+', MARK))
    .map((pieces) => pieces.join('')),
  fc.constantFrom(
    `x=${MARK.repeat(1500)}`,
    `${'x[]=1&'.repeat(900)}${MARK}`,
    `a${'[b]'.repeat(900)}=${MARK}`,
  ),
)

const path = fc.oneof(
  fc.webPath(),
  fc.array(hostileText, { maxLength: 4 }).map((segments) => `/${segments.map(encodeURIComponent).join('/')}`),
  fc
    .array(
      fc.constantFrom(
        '/',
        '.',
        '..',
        '%2e',
        '%2f',
        '%5c',
        '\\',
        '%00',
        '%ff',
        '%zz',
        ';',
        '@',
        ':',
        MARK,
        ROUTE,
      ),
      {
        minLength: 1,
      },
    )
    .map((pieces) => `/${pieces.join('')}`),
)

export const hostileUrlRules: readonly Rule[] = [
  {
    name: 'issues a token whatever the query is: huge, repeated or invalid',
    async check(harness) {
      const send = await serveWatched(harness)
      await fc.assert(
        fc.asyncProperty(query.filter(fitsIntoHead), async (query) => {
          expect((await send({ path: `${ROUTE}?${query}` })).status).to.equal(200)
        }),
        { numRuns: 60 },
      )
    },
  },
  {
    name: 'issues a token on any path, because it does not depend on where it is mounted',
    needs: 'every-path',
    async check(harness) {
      const send = await serveWatched(harness)
      await fc.assert(
        fc.asyncProperty(path.filter(fitsIntoHead), async (path) => {
          fc.pre(URL.canParse(`http://app.example${path}`))
          expect((await send({ path })).status).to.equal(200)
        }),
        { numRuns: 60 },
      )
    },
  },
]
