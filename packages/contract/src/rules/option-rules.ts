import type { TokenHandlerOptions } from '@secure-uploading/server'
import { expect } from 'chai'
import { PUBLIC_KEY } from '../harness.js'
import type { Rule } from './rule.js'

const limiter = { consume: () => Promise.resolve() }
const key = () => 'ip'

/** Invalid options, with the rule that rejects them and a part of the error message. */
const MISTAKES: readonly (readonly [rule: string, options: Record<string, unknown>, message: string])[] = [
  [
    '"secretKey" that is undefined',
    { secretKey: undefined },
    'the environment variable UPLOADCARE_SECRET_KEY',
  ],
  ['"secretKey" that is empty', { secretKey: '' }, '"secretKey" is missing or blank'],
  ['"secretKey" that is blank', { secretKey: ' \t' }, '"secretKey" is missing or blank'],
  [
    '"secretKey" with trailing whitespace',
    { secretKey: 'demosecretkey\n' },
    '"secretKey" has leading or trailing whitespace',
  ],
  [
    '"secretKey" that equals "publicKey"',
    { secretKey: PUBLIC_KEY },
    '"secretKey" is the same as "publicKey"',
  ],
  ['"secretKey" that is null', { secretKey: null }, '"secretKey" is missing or blank'],
  ['an empty list of secret keys', { secretKey: [] }, '"secretKey" is an empty array'],
  [
    'a list with a secret key with whitespace',
    { secretKey: ['demosecretkey', ' second'] },
    '"secretKey" has leading or trailing whitespace',
  ],
  [
    'a list of secret keys with the public key',
    { secretKey: ['demosecretkey', PUBLIC_KEY] },
    '"secretKey" is the same as "publicKey"',
  ],
  ['"publicKey" with a line break inside', { publicKey: 'demo\nkey' }, '"publicKey" contains a line break'],
  [
    '"publicKey" that is undefined',
    { publicKey: undefined },
    'the environment variable UPLOADCARE_PUBLIC_KEY',
  ],
  ['"publicKey" that is empty', { publicKey: '' }, '"publicKey" is missing or blank'],
  [
    '"publicKey" with leading whitespace',
    { publicKey: ' demopublickey' },
    '"publicKey" has leading or trailing whitespace',
  ],
  ['options without "authorize"', { authorize: undefined }, '"authorize" must be a function'],
  ['"authorize" that is true', { authorize: true }, '"authorize" must be a function'],
  ['"authorize" that is an unknown string', { authorize: 'everyone' }, '"authorize" must be a function'],
  ['"expiresIn" of zero', { expiresIn: 0 }, '"expiresIn" must be a positive whole number of seconds'],
  ['a fractional "expiresIn"', { expiresIn: 1.5 }, '"expiresIn" must be a positive whole number of seconds'],
  [
    '"expiresIn" that is text',
    { expiresIn: '1800' },
    '"expiresIn" must be a positive whole number of seconds',
  ],
  ['"expiresIn" in milliseconds', { expiresIn: 1_800_000 }, 'milliseconds'],
  ['an unknown "credential"', { credential: 'token' }, '"credential"'],
  [
    '"expiresIn" of more than 24 hours with credential: "jwt"',
    { credential: 'jwt', expiresIn: 86_401 },
    '"expiresIn" must be at most 24 hours',
  ],
  ['"createTokenId" that is not a function', { createTokenId: 'id' }, '"createTokenId"'],
  ['"allowedOrigins" that is not an array', { allowedOrigins: 'https://app.example' }, '"allowedOrigins"'],
  ['the wildcard in "allowedOrigins"', { allowedOrigins: ['*'] }, '"allowedOrigins"'],
  ['the origin "null" in "allowedOrigins"', { allowedOrigins: ['null'] }, '"allowedOrigins"'],
  [
    'an origin with a trailing slash in "allowedOrigins"',
    { allowedOrigins: ['https://app.example/'] },
    '"allowedOrigins"',
  ],
  [
    'an origin with a path in "allowedOrigins"',
    { allowedOrigins: ['https://app.example/upload'] },
    '"allowedOrigins"',
  ],
  [
    'an origin with a wildcard in "allowedOrigins"',
    { allowedOrigins: ['https://*.app.example'] },
    '"allowedOrigins"',
  ],
  [
    'an origin in upper case in "allowedOrigins"',
    { allowedOrigins: ['https://App.example'] },
    '"allowedOrigins"',
  ],
  [
    'an origin with a default port in "allowedOrigins"',
    { allowedOrigins: ['https://app.example:443'] },
    '"allowedOrigins"',
  ],
  ['an origin without a scheme in "allowedOrigins"', { allowedOrigins: ['app.example'] }, '"allowedOrigins"'],
  ['undefined in "allowedOrigins"', { allowedOrigins: [undefined] }, '"allowedOrigins"'],
  ['"trustProxy" that is not a boolean', { trustProxy: 1 }, '"trustProxy"'],
  ['"rateLimit" without "limiter"', { rateLimit: {} }, '"rateLimit.limiter"'],
  ['"rateLimit" without "key" with authorize: "anyone"', { rateLimit: { limiter } }, '"rateLimit.key"'],
  ['"rateLimit.key" that is not a function', { rateLimit: { limiter, key: 'ip' } }, '"rateLimit.key"'],
  [
    'an unknown "rateLimit.whenDown"',
    { rateLimit: { limiter, key, whenDown: 'open' } },
    '"rateLimit.whenDown"',
  ],
  ['an unknown option in "rateLimit"', { rateLimit: { limiter, key, points: 5 } }, '"rateLimit.points"'],
  ['a hook that is not a function', { onIssue: 'log' }, '"onIssue"'],
  ['"now" that is not a function', { now: 0 }, '"now"'],
  [
    'a misspelled option',
    { ratelimit: { limiter } },
    'Unknown option "ratelimit". Did you mean "rateLimit"?',
  ],
]

export const optionRules: readonly Rule[] = MISTAKES.map(([rule, options, message]) => ({
  name: `rejects ${rule}`,
  async check(harness) {
    const error = await harness.serve(options as Partial<TokenHandlerOptions<unknown[]>>).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(error).to.be.an.instanceOf(TypeError)
    expect((error as TypeError).message).to.include(message)
  },
}))
