import type { TokenHandlerOptions } from '@secure-uploading/server'
import { expect } from 'chai'
import { PUBLIC_KEY } from '../trial.js'
import type { Rule } from './rule.js'

const limiter = { consume: () => Promise.resolve() }

/** Options that cannot be right, and what the error names. */
const MISTAKES: readonly (readonly [options: Record<string, unknown>, named: string])[] = [
  [{ secretKey: undefined }, '"secretKey"'],
  [{ secretKey: '' }, '"secretKey"'],
  [{ secretKey: ' \t' }, '"secretKey"'],
  [{ secretKey: 'demosecretkey\n' }, '"secretKey" begins or ends with white space'],
  [{ secretKey: PUBLIC_KEY }, '"secretKey" is the same as "publicKey"'],
  [{ publicKey: undefined }, '"publicKey"'],
  [{ publicKey: '' }, '"publicKey"'],
  [{ publicKey: ' demopublickey' }, '"publicKey" begins or ends with white space'],
  [{ authorize: undefined }, '"authorize"'],
  [{ authorize: true }, '"authorize"'],
  [{ authorize: 'everyone' }, '"authorize"'],
  [{ expiresIn: 0 }, '"expiresIn" must be a positive whole number of seconds'],
  [{ expiresIn: 1.5 }, '"expiresIn" must be a positive whole number of seconds'],
  [{ expiresIn: '1800' }, '"expiresIn" must be a positive whole number of seconds'],
  [{ expiresIn: 1_800_000 }, 'milliseconds'],
  [{ credential: 'token' }, '"credential"'],
  [{ credential: 'jwt', expiresIn: 86_401 }, '"expiresIn" must be at most 24 hours'],
  [{ createTokenId: 'id' }, '"createTokenId"'],
  [{ allowedOrigins: 'https://app.example' }, '"allowedOrigins"'],
  [{ allowedOrigins: ['*'] }, '"allowedOrigins"'],
  [{ allowedOrigins: ['null'] }, '"allowedOrigins"'],
  [{ allowedOrigins: ['https://app.example/'] }, '"allowedOrigins"'],
  [{ allowedOrigins: ['https://app.example/upload'] }, '"allowedOrigins"'],
  [{ allowedOrigins: ['https://*.app.example'] }, '"allowedOrigins"'],
  [{ allowedOrigins: ['https://App.example'] }, '"allowedOrigins"'],
  [{ allowedOrigins: ['https://app.example:443'] }, '"allowedOrigins"'],
  [{ allowedOrigins: ['app.example'] }, '"allowedOrigins"'],
  [{ allowedOrigins: [undefined] }, '"allowedOrigins"'],
  [{ trustProxy: 1 }, '"trustProxy"'],
  [{ rateLimit: {} }, '"rateLimit.limiter"'],
  [{ rateLimit: { limiter } }, '"rateLimit.key"'],
  [{ rateLimit: { limiter, key: 'ip' } }, '"rateLimit.key"'],
  [{ rateLimit: { limiter, key: () => 'ip', whenDown: 'open' } }, '"rateLimit.whenDown"'],
  [{ rateLimit: { limiter, key: () => 'ip', points: 5 } }, '"rateLimit.points"'],
  [{ onIssue: 'log' }, '"onIssue"'],
  [{ now: 0 }, '"now"'],
  [{ ratelimit: { limiter } }, '"ratelimit" is not an option'],
]

export const optionRules: readonly Rule[] = MISTAKES.map(([options, named]) => ({
  name: `refuses at once the options ${describeOptions(options)}`,
  async check(trial) {
    const error = await trial.serve(options as Partial<TokenHandlerOptions<unknown[]>>).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(error).to.be.an.instanceOf(TypeError)
    expect((error as TypeError).message).to.include(named)
  },
}))

function describeOptions(options: Record<string, unknown>): string {
  return JSON.stringify(options, (_key, value: unknown) =>
    value === undefined ? 'undefined' : typeof value === 'function' ? 'function' : value,
  )
}
