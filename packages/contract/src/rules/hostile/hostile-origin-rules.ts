import { expect } from 'chai'
import fc from 'fast-check'
import type { Rule } from '../rule.js'
import { serveWatched } from './serve-watched.js'

const ALLOWED = 'https://allowed.example'
// The requests of these rules have the host app.example.
const SAME = ['http://app.example', 'https://app.example']

const piece = fc.stringMatching(/^[ -~\xa1-\xff]{0,8}$/)
const origin = fc.oneof(
  fc.stringMatching(/^[ -~\xa1-\xff]{0,80}$/),
  fc.webUrl(),
  // Almost valid origins.
  fc.constantFrom(ALLOWED, ...SAME),
  fc.tuple(piece, fc.constantFrom(ALLOWED, ...SAME), piece).map((pieces) => pieces.join('')),
  fc.constantFrom(ALLOWED, ...SAME).map((right) => right.toUpperCase()),
  fc.constantFrom(ALLOWED, ...SAME).map((right) => right.replace('//', '//user@')),
)
const site = fc.option(
  fc.oneof(
    fc.constantFrom('same-origin', 'none', 'same-site', 'cross-site', 'Same-Origin', ''),
    fc.stringMatching(/^[ -~]{0,20}$/),
  ),
  { nil: undefined },
)

export const hostileOriginRules: readonly Rule[] = [
  {
    name: 'allows its own origin and exact allowed origins only',
    async check(harness) {
      const send = await serveWatched(harness, { allowedOrigins: [ALLOWED] })
      await fc.assert(
        fc.asyncProperty(fc.constantFrom('POST', 'OPTIONS'), origin, site, async (method, from, site) => {
          const headers = { origin: from, ...(site === undefined ? {} : { 'sec-fetch-site': site }) }
          const answer = await send({ method, headers })
          const origins = distinctValues(from)
          const sites = site === undefined ? [] : distinctValues(site)
          const isUnique = origins.length === 1 && sites.length <= 1
          const isAllowed = origins.length === 1 && origins[0] === ALLOWED
          const isSame =
            sites[0] === undefined
              ? SAME.includes(origins[0] ?? '')
              : ['same-origin', 'none'].includes(sites[0])
          const passed = method === 'POST' ? 200 : 204
          expect(answer.status).to.equal(isUnique && (isAllowed || isSame) ? passed : 403)
          expect(answer.headers.get('access-control-allow-origin')).to.equal(isAllowed ? ALLOWED : null)
        }),
        { numRuns: 150 },
      )
    },
  },
]

function distinctValues(header: string): string[] {
  return [...new Set(header.split(',').map((value) => value.trim()))]
}
