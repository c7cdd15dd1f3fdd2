import { expect } from 'chai'
import fc from 'fast-check'
import type { Rule } from '../rule.js'
import { hostileText, MARK } from './hostile-text.js'
import { serveWatched } from './serve-watched.js'

const ROUTE = '/api/upload-token'

// Node answers 431 to a request whose head is over 16 KiB, before any handler sees it.
const fitsIntoHead = (text: string): boolean => text.length < 12_000

const query = fc.oneof(
  fc
    .array(fc.tuple(hostileText, hostileText), { maxLength: 4 })
    .map((pairs) => new URLSearchParams(pairs).toString()),
  fc.webQueryParameters(),
  // What is no right query at all.
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
    name: 'issues its token whatever the query is: huge, doubled, or no right one',
    async check(trial) {
      const ask = await serveWatched(trial)
      await fc.assert(
        fc.asyncProperty(query.filter(fitsIntoHead), async (query) => {
          expect((await ask({ path: `${ROUTE}?${query}` })).status).to.equal(200)
        }),
        { numRuns: 60 },
      )
    },
  },
  {
    name: 'issues its token on whatever path it is called, for where it is mounted is not its business',
    needs: 'every-path',
    async check(trial) {
      const ask = await serveWatched(trial)
      await fc.assert(
        fc.asyncProperty(path.filter(fitsIntoHead), async (path) => {
          fc.pre(URL.canParse(`http://app.example${path}`))
          expect((await ask({ path })).status).to.equal(200)
        }),
        { numRuns: 60 },
      )
    },
  },
]
