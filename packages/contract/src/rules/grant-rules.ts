import type { Authorization } from '@secure-uploading/server'
import { expect } from 'chai'
import { expectError, expectToken } from './expect-answer.js'
import type { Rule } from './rule.js'

/** Invalid results of `authorize`, with the error message. */
const MISTAKES: readonly (readonly [granted: unknown, message: RegExp])[] = [
  [{ id: 7, passwordHash: 'x' }, /^Unknown option "grant\.id"\. Expected one of: subject, /],
  [{ subject: 'ada', expires: 60 }, /^Unknown option "grant\.expires"\. Did you mean "grant\.expiresIn"\?/],
  [{ subject: 7 }, /"subject"/],
  [{ subject: ' ' }, /"subject"/],
  [{ subject: '' }, /"subject" of the grant must be a non-blank string/],
  [{ subject: null }, /"subject" of the grant must be a non-blank string/],
  [{ expiresIn: 0 }, /"expiresIn" must be a positive whole number of seconds/],
  [{ expiresIn: -60 }, /"expiresIn" must be a positive whole number of seconds/],
  [{ expiresIn: 0.5 }, /"expiresIn" must be a positive whole number of seconds/],
  [{ expiresIn: Number.NaN }, /"expiresIn" must be a positive whole number of seconds/],
  [{ expiresIn: '600' }, /"expiresIn" must be a positive whole number of seconds/],
  [{ expiresIn: 1_800_000 }, /"expiresIn" .*milliseconds/],
  [{ scope: ['/base/'] }, /"scope" was granted, but a signature cannot carry it/],
  [{ operations: 5 }, /"operations" was granted, but a signature cannot carry it/],
  ['ada', /"authorize" must return a grant/],
  [7, /"authorize" must return a grant/],
  [['ada'], /"authorize" must return a grant/],
]

class User {
  readonly #name = 'ada'

  greet(): string {
    return this.#name
  }
}

/** Objects without own keys, which look like an empty grant. They are created on call: Workers cannot create a Response earlier. */
const LIKE_THE_EMPTY_GRANT: readonly (readonly [what: string, make: () => unknown])[] = [
  ['a Response with the status 401', () => new Response(null, { status: 401 })],
  ['a Response that redirects', () => Response.redirect('https://app.example/sign-in')],
  ['an Error', () => new Error('no')],
  ['a Map', () => new Map()],
  ['a Boolean object', () => Object(false) as unknown],
  ['an object with private fields only', () => new User()],
]

export const grantRules: readonly Rule[] = [
  {
    name: 'uses expiresIn of the grant',
    async check(harness) {
      const nowMs = 1_454_902_056_000
      const send = await harness.serve({
        authorize: () => ({ expiresIn: 60 }),
        expiresIn: 600,
        now: () => nowMs,
      })
      const token = await expectToken(await send(), { nowMs })
      expect([token.secureExpire, token.expiresIn]).to.deep.equal(['1454902116', 60])
    },
  },
  {
    name: 'issues a token without a subject for the grant { subject: undefined }',
    async check(harness) {
      const subjects: unknown[] = []
      const send = await harness.serve({
        authorize: () => ({ subject: undefined, expiresIn: undefined }),
        onIssue: (event) => subjects.push('subject' in event),
      })
      await expectToken(await send())
      expect(subjects).to.deep.equal([false])
    },
  },
  ...MISTAKES.map(([granted, message]) =>
    ruleOf(`the grant ${describeGrant(granted)}`, () => granted, message),
  ),
  ...LIKE_THE_EMPTY_GRANT.map(([what, make]) => ruleOf(what, make, /"authorize" must return a grant/)),
]

function ruleOf(what: string, makeGrant: () => unknown, message: RegExp): Rule {
  return {
    name: `answers 500 when authorize returns ${what}, and passes the reason to onError`,
    async check(harness) {
      const errors: unknown[] = []
      const send = await harness.serve({
        authorize: () => makeGrant() as Authorization,
        onError: (error) => errors.push(error),
      })
      expectError(await send(), 500, 'ERR_INTERNAL')
      expect(errors).to.have.length(1)
      expect(errors[0]).to.be.an.instanceOf(TypeError)
      expect((errors[0] as TypeError).message).to.match(message)
    },
  }
}

function describeGrant(granted: unknown): string {
  return Number.isNaN((granted as { expiresIn?: unknown }).expiresIn)
    ? '{"expiresIn":NaN}'
    : JSON.stringify(granted)
}
