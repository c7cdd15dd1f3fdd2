import { expect } from 'chai'
import fc from 'fast-check'
import { expectError, expectToken } from './expect-answer.js'
import type { Rule } from './rule.js'

type Case = [description: string, isAllowed: boolean, headers: Record<string, string>]

const ALWAYS: readonly Case[] = [
  ['a request without Origin and Sec-Fetch-Site, which no browser sent', true, {}],
  ['a page of the same origin', true, { 'sec-fetch-site': 'same-origin', origin: 'https://app.example' }],
  [
    'a page of the same origin, behind a proxy that changed Host',
    true,
    { 'sec-fetch-site': 'same-origin', origin: 'https://shop.example' },
  ],
  ['a request from the address bar', true, { 'sec-fetch-site': 'none' }],
  ['a page of the same site', false, { 'sec-fetch-site': 'same-site', origin: 'http://app.example' }],
  ['a page of another site', false, { 'sec-fetch-site': 'cross-site', origin: 'http://app.example' }],
  ['a page of another site without Origin', false, { 'sec-fetch-site': 'cross-site' }],
  [
    'an unknown value of Sec-Fetch-Site',
    false,
    { 'sec-fetch-site': 'same-galaxy', origin: 'http://app.example' },
  ],
  ['two values of Sec-Fetch-Site', false, { 'sec-fetch-site': 'same-origin, cross-site' }],
  [
    'two different values of Origin',
    false,
    { origin: 'http://app.example, http://evil.example', 'sec-fetch-site': 'same-origin' },
  ],
  [
    'two different values of Host',
    false,
    { host: 'app.example, evil.example', 'sec-fetch-site': 'same-origin' },
  ],
  [
    'the same value of Origin and Host twice',
    true,
    { origin: 'http://app.example, http://app.example', host: 'app.example, app.example' },
  ],
  ['Origin alone, with this host', true, { origin: 'http://app.example' }],
  ['Origin alone, with this host and the other scheme', true, { origin: 'https://app.example' }],
  [
    'Origin alone, with the default port in Host',
    true,
    { origin: 'https://app.example', host: 'app.example:443' },
  ],
  ['Origin alone, with Host in upper case', true, { origin: 'http://app.example', host: 'APP.example' }],
  [
    'Origin alone, with an IPv4 address and port',
    true,
    { origin: 'http://192.168.0.7:3000', host: '192.168.0.7:3000' },
  ],
  ['Origin alone, with an IPv6 address', true, { origin: 'http://[::1]:3000', host: '[::1]:3000' }],
  ['Origin alone, with another host', false, { origin: 'http://evil.example' }],
  ['Origin alone, with another port', false, { origin: 'http://app.example:8080' }],
  ['Origin alone, with a longer host', false, { origin: 'http://app.example.evil.example' }],
  ['Origin alone, with a shorter host', false, { origin: 'http://example' }],
  ['Origin null', false, { origin: 'null' }],
  ['Origin with a path', false, { origin: 'http://app.example/' }],
  ['Origin with a user', false, { origin: 'http://user@app.example' }],
  ['Origin without a scheme', false, { origin: 'app.example' }],
  ['the origin of an app shell', false, { origin: 'capacitor://app.example' }],
  ['a Host with a user name', false, { origin: 'http://evil.example', host: 'app.example@evil.example' }],
  ['a Host with a path', false, { origin: 'http://evil.example', host: 'evil.example/app.example' }],
  [
    'X-Forwarded-Host without trustProxy',
    false,
    { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' },
  ],
]

const BEHIND_A_PROXY: readonly Case[] = [
  [
    'the first X-Forwarded-Host',
    true,
    { origin: 'https://shop.example', 'x-forwarded-host': 'shop.example, inner.example' },
  ],
  [
    'a later X-Forwarded-Host',
    false,
    { origin: 'https://inner.example', 'x-forwarded-host': 'shop.example, inner.example' },
  ],
  [
    'an origin with another port than X-Forwarded-Host',
    false,
    { origin: 'http://app.example:8080', 'x-forwarded-host': 'app.example' },
  ],
  [
    'Host that differs from X-Forwarded-Host',
    false,
    { origin: 'http://app.example', 'x-forwarded-host': 'shop.example' },
  ],
  ['Host without X-Forwarded-Host', true, { origin: 'http://app.example' }],
  ['Host with an empty X-Forwarded-Host', true, { origin: 'http://app.example', 'x-forwarded-host': '' }],
  [
    'a page of another site, whatever X-Forwarded-Host is',
    false,
    { 'sec-fetch-site': 'cross-site', origin: 'https://shop.example', 'x-forwarded-host': 'shop.example' },
  ],
]

export const crossOriginRules: readonly Rule[] = [
  ...ALWAYS.map((given) => ruleOf(given, {})),
  ...BEHIND_A_PROXY.map((given) => ruleOf(given, { trustProxy: true })),
  {
    name: 'does not call authorize for a page of another origin',
    async check(harness) {
      let asked = 0
      const send = await harness.serve({ authorize: () => ++asked > 0 })
      await send({ headers: { origin: 'http://evil.example' } })
      expect(asked).to.equal(0)
    },
  },
  {
    name: 'allows Origin alone exactly when host and port match Host',
    async check(harness) {
      const send = await harness.serve()
      const host = fc.stringMatching(/^[a-c]\.(?:com|org)$/)
      const port = fc.constantFrom('', ':3000', ':8443')
      const scheme = fc.constantFrom('http', 'https')
      await fc.assert(
        fc.asyncProperty(scheme, host, port, host, port, async (scheme, host, port, asked, askedPort) => {
          const headers = { origin: `${scheme}://${host}${port}`, host: `${asked}${askedPort}` }
          const isSame = host === asked && port === askedPort
          expect((await send({ headers })).status).to.equal(isSame ? 200 : 403)
        }),
        { numRuns: 60 },
      )
    },
  },
  {
    name: 'refuses Origin alone for every other host, in any notation',
    async check(harness) {
      const send = await harness.serve()
      const written = fc.oneof(
        fc.webUrl(),
        fc.domain().map((domain) => `https://app.example.${domain}`),
        fc.domain().map((domain) => `http://app.example@${domain}`),
        fc.stringMatching(/^[!-~]{1,40}$/),
      )
      await fc.assert(
        fc.asyncProperty(written, async (origin) => {
          fc.pre(!/^https?:\/\/app\.example$/.test(origin))
          expectError(await send({ headers: { origin } }), 403, 'ERR_FORBIDDEN')
        }),
        { numRuns: 60 },
      )
    },
  },
]

function ruleOf([description, isAllowed, headers]: Case, options: { trustProxy?: boolean }): Rule {
  const proxy = options.trustProxy ? ' behind a trusted proxy' : ''
  return {
    name: `${isAllowed ? 'allows' : 'refuses'} ${description}${proxy}`,
    async check(harness) {
      const send = await harness.serve(options)
      const answer = await send({ headers })
      if (isAllowed) await expectToken(answer)
      else expectError(answer, 403, 'ERR_FORBIDDEN')
      expect(answer.headers.get('access-control-allow-origin')).to.equal(null)
    },
  }
}
