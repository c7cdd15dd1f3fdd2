import { expect } from 'chai'
import fc from 'fast-check'
import { expectError, expectToken } from './expect-answer.js'
import type { Rule } from './rule.js'

type Case = [why: string, goesOn: boolean, headers: Record<string, string>]

const ALWAYS: readonly Case[] = [
  ['neither header: not a browser', true, {}],
  ['the same origin', true, { 'sec-fetch-site': 'same-origin', origin: 'https://app.example' }],
  [
    'the same origin, behind a proxy that changed Host',
    true,
    { 'sec-fetch-site': 'same-origin', origin: 'https://shop.example' },
  ],
  ['the address bar', true, { 'sec-fetch-site': 'none' }],
  ['a sibling', false, { 'sec-fetch-site': 'same-site', origin: 'http://app.example' }],
  ['another site', false, { 'sec-fetch-site': 'cross-site', origin: 'http://app.example' }],
  ['another site without Origin', false, { 'sec-fetch-site': 'cross-site' }],
  ['a value nobody knows', false, { 'sec-fetch-site': 'same-galaxy', origin: 'http://app.example' }],
  ['two values', false, { 'sec-fetch-site': 'same-origin, cross-site' }],
  ['Origin alone, of this host', true, { origin: 'http://app.example' }],
  ['Origin alone, of this host with the other scheme', true, { origin: 'https://app.example' }],
  [
    'Origin alone, its default port written in Host',
    true,
    { origin: 'https://app.example', host: 'app.example:443' },
  ],
  ['Origin alone, Host in upper case', true, { origin: 'http://app.example', host: 'APP.example' }],
  [
    'Origin alone, an address and port',
    true,
    { origin: 'http://192.168.0.7:3000', host: '192.168.0.7:3000' },
  ],
  ['Origin alone, IPv6', true, { origin: 'http://[::1]:3000', host: '[::1]:3000' }],
  ['Origin alone, another host', false, { origin: 'http://evil.example' }],
  ['Origin alone, another port', false, { origin: 'http://app.example:8080' }],
  ['Origin alone, a longer host', false, { origin: 'http://app.example.evil.example' }],
  ['Origin alone, a shorter host', false, { origin: 'http://example' }],
  ['Origin null', false, { origin: 'null' }],
  ['Origin with a path', false, { origin: 'http://app.example/' }],
  ['Origin with a user', false, { origin: 'http://user@app.example' }],
  ['Origin without a scheme', false, { origin: 'app.example' }],
  ['Origin of a shell', false, { origin: 'capacitor://app.example' }],
  ['Host that hides a user', false, { origin: 'http://evil.example', host: 'app.example@evil.example' }],
  ['Host with a path', false, { origin: 'http://evil.example', host: 'evil.example/app.example' }],
  [
    'X-Forwarded-Host without trust',
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
    'Host where X-Forwarded-Host says otherwise',
    false,
    { origin: 'http://app.example', 'x-forwarded-host': 'shop.example' },
  ],
  ['Host where there is no X-Forwarded-Host', true, { origin: 'http://app.example' }],
  ['Host where X-Forwarded-Host is empty', true, { origin: 'http://app.example', 'x-forwarded-host': '' }],
  [
    'Sec-Fetch-Site all the same',
    false,
    { 'sec-fetch-site': 'cross-site', origin: 'https://shop.example', 'x-forwarded-host': 'shop.example' },
  ],
]

export const crossOriginRules: readonly Rule[] = [
  ...ALWAYS.map((given) => ruleOf(given, {})),
  ...BEHIND_A_PROXY.map((given) => ruleOf(given, { trustProxy: true })),
  {
    name: 'asks the app nothing about a page of another origin',
    async check(trial) {
      let asked = 0
      const ask = await trial.serve({ authorize: () => ++asked > 0 })
      await ask({ headers: { origin: 'http://evil.example' } })
      expect(asked).to.equal(0)
    },
  },
  {
    name: 'lets an Origin alone pass exactly when its host and port are those of Host',
    async check(trial) {
      const ask = await trial.serve()
      const host = fc.stringMatching(/^[a-c]\.(?:com|org)$/)
      const port = fc.constantFrom('', ':3000', ':8443')
      const scheme = fc.constantFrom('http', 'https')
      await fc.assert(
        fc.asyncProperty(scheme, host, port, host, port, async (scheme, host, port, asked, askedPort) => {
          const headers = { origin: `${scheme}://${host}${port}`, host: `${asked}${askedPort}` }
          const isSame = host === asked && port === askedPort
          expect((await ask({ headers })).status).to.equal(isSame ? 200 : 403)
        }),
        { numRuns: 60 },
      )
    },
  },
  {
    name: 'refuses every Origin alone that is not this host, however it is written',
    async check(trial) {
      const ask = await trial.serve()
      const written = fc.oneof(
        fc.webUrl(),
        fc.domain().map((domain) => `https://app.example.${domain}`),
        fc.domain().map((domain) => `http://app.example@${domain}`),
        fc.stringMatching(/^[!-~]{1,40}$/),
      )
      await fc.assert(
        fc.asyncProperty(written, async (origin) => {
          fc.pre(!/^https?:\/\/app\.example$/.test(origin))
          expectError(await ask({ headers: { origin } }), 403, 'ERR_FORBIDDEN')
        }),
        { numRuns: 60 },
      )
    },
  },
]

function ruleOf([why, goesOn, headers]: Case, options: { trustProxy?: boolean }): Rule {
  const proxy = options.trustProxy ? ' behind a trusted proxy' : ''
  return {
    name: `${goesOn ? 'lets pass' : 'refuses'}${proxy}: ${why}`,
    async check(trial) {
      const ask = await trial.serve(options)
      const answer = await ask({ headers })
      if (goesOn) await expectToken(answer)
      else expectError(answer, 403, 'ERR_FORBIDDEN')
      expect(answer.headers.get('access-control-allow-origin')).to.equal(null)
    },
  }
}
