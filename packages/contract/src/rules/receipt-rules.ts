import { verifyAuthToken, verifyUploadReceipt } from '@secure-uploading/core'
import type { TokenHandlerOptions, TokenIssued } from '@secure-uploading/server'
import { expect } from 'chai'
import { PUBLIC_KEY, SECRET_KEY, type Answer } from '../harness.js'
import { expectError } from './expect-answer.js'
import type { Rule } from './rule.js'

const SECRET = 'a secret of the backend'
const NOW_MS = 1_795_460_400_000
const now = () => NOW_MS

/** Invalid options, with the rule that rejects them and a part of the error message. */
const MISTAKES: readonly (readonly [rule: string, options: Record<string, unknown>, message: string])[] = [
  ['"receipts" that is not an object', { receipts: true }, '"receipts" must be an object'],
  ['"receipts" without "secret"', { receipts: {} }, '"receipts.secret"'],
  ['a blank "receipts.secret"', { receipts: { secret: ' ' } }, '"receipts.secret"'],
  [
    '"receipts.secret" with a trailing line break',
    { receipts: { secret: 'x\n' } },
    '"receipts.secret" has leading or trailing whitespace',
  ],
  ['a list with a blank receipt secret', { receipts: { secret: ['', 'x'] } }, '"receipts.secret"'],
  [
    '"receipts.secret" that equals "publicKey"',
    { receipts: { secret: PUBLIC_KEY } },
    '"receipts.secret" is the same as "publicKey"',
  ],
  [
    'a list of receipt secrets with the public key',
    { receipts: { secret: ['x', PUBLIC_KEY] } },
    '"receipts.secret" is the same as "publicKey"',
  ],
  [
    '"receipts.expiresIn" of zero',
    { receipts: { secret: 'x', expiresIn: 0 } },
    '"receipts.expiresIn" must be a positive whole number of seconds',
  ],
  [
    'an unknown option in "receipts"',
    { receipts: { secret: 'x', life: 60 } },
    'Unknown option "receipts.life".',
  ],
  [
    '"receipts" with authorize: "anyone"',
    { receipts: { secret: 'x' }, authorize: 'anyone' },
    '"receipts" requires an "authorize" function',
  ],
]

export const receiptRules: readonly Rule[] = [
  {
    name: 'issues a receipt for the subject with a signature, valid 24 hours longer than the token',
    async check(harness) {
      const events: TokenIssued[] = []
      const send = await harness.serve({
        authorize: (...args) => ({ subject: harness.cookieOf(...args) ?? '' }),
        receipts: { secret: [SECRET, 'an older secret'] },
        createTokenId: () => 'token-1',
        onIssue: (event) => events.push(event),
        now,
      })
      const receipt = receiptOf(await send({ headers: { cookie: 'ada' } }), 'secureSignature', 'secureExpire')
      expect(await verifyUploadReceipt(SECRET, receipt, { publicKey: PUBLIC_KEY, now })).to.deep.equal({
        valid: true,
        claims: {
          subject: 'ada',
          publicKey: PUBLIC_KEY,
          tokenId: 'token-1',
          issuedAt: new Date(NOW_MS),
          expiresAt: new Date(NOW_MS + (1800 + 86_400) * 1000),
        },
      })
      expect(events).to.have.length(1)
      expect(events[0]).to.include({ subject: 'ada', tokenId: 'token-1' })
      expect(JSON.stringify(events)).not.to.include(receipt)
    },
  },
  {
    name: 'never lets a receipt expire before its token',
    async check(harness) {
      for (const [tokenLife, receiptLife, expected] of [
        [1800, 60, 1800],
        [60, 1800, 1800],
      ] as const) {
        const send = await harness.serve({
          authorize: () => ({ subject: 'ada', expiresIn: tokenLife }),
          receipts: { secret: SECRET, expiresIn: receiptLife },
          now: () => NOW_MS + 1,
        })
        const receipt = receiptOf(await send(), 'secureSignature', 'secureExpire')
        const verdict = await verifyUploadReceipt(SECRET, receipt, { now })
        if (!verdict.valid) throw new Error(verdict.hint)
        expect(verdict.claims.expiresAt).to.deep.equal(new Date(NOW_MS + 1000 + expected * 1000))
      }
    },
  },
  {
    name: 'issues a receipt with the id of its auth token',
    async check(harness) {
      const send = await harness.serve({
        credential: 'jwt',
        authorize: () => ({ subject: 'ada', expiresIn: 60 }),
        receipts: { secret: () => Promise.resolve(SECRET), expiresIn: 600 },
        now,
      })
      const answer = await send()
      const verdict = await verifyUploadReceipt(SECRET, receiptOf(answer, 'authToken'), { now })
      const { authToken } = answer.json as { authToken: string }
      const { claims } = await verifyAuthToken(SECRET_KEY, authToken, { now })
      if (!verdict.valid) throw new Error(verdict.hint)
      expect(verdict.claims.tokenId).to.equal(claims?.jti)
      expect(verdict.claims.expiresAt).to.deep.equal(new Date(NOW_MS + 600_000))
    },
  },
  {
    name: 'issues each receipt with a different token id',
    async check(harness) {
      const send = await harness.serve({
        authorize: () => ({ subject: 'ada' }),
        receipts: { secret: SECRET },
        now,
      })
      const answers = await Promise.all(Array.from({ length: 10 }, () => send()))
      const receipts = answers.map((answer) => receiptOf(answer, 'secureSignature', 'secureExpire'))
      expect(new Set(receipts).size).to.equal(10)
    },
  },
  ...(
    [
      ['the grant has no subject', { authorize: () => true }, /"subject"/],
      [
        'the subject is too long for metadata',
        { authorize: () => ({ subject: 'x'.repeat(400) }) },
        /too long/,
      ],
      [
        'the secret function returns the public key',
        { receipts: { secret: () => PUBLIC_KEY } },
        /"secret" is the same as "publicKey"/,
      ],
    ] as const
  ).map(([what, options, message]): Rule => ({
    name: `answers 500 when receipts are issued and ${what}, and passes the reason to onError`,
    async check(harness) {
      const errors: unknown[] = []
      const send = await harness.serve({
        authorize: () => ({ subject: 'ada' }),
        receipts: { secret: SECRET },
        ...options,
        onError: (error) => errors.push(error),
      })
      expectError(await send(), 500, 'ERR_INTERNAL')
      expect(errors).to.have.length(1)
      expect((errors[0] as TypeError).message).to.match(message)
    },
  })),
  ...MISTAKES.map(([rule, options, message]): Rule => ({
    name: `rejects ${rule}`,
    async check(harness) {
      const given = { authorize: () => ({ subject: 'ada' }), ...options }
      const error = await harness.serve(given as Partial<TokenHandlerOptions<unknown[]>>).then(
        () => undefined,
        (error: unknown) => error,
      )
      expect(error).to.be.an.instanceOf(TypeError)
      expect((error as TypeError).message).to.include(message)
    },
  })),
]

function receiptOf(answer: Answer, ...credential: string[]): string {
  expect(answer.status, answer.text).to.equal(200)
  expect(answer.json).to.have.all.keys('publicKey', 'expiresIn', 'uploadReceipt', ...credential)
  return (answer.json as { uploadReceipt: string }).uploadReceipt
}
