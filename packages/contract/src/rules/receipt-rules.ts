import { verifyAuthToken, verifyUploadReceipt } from '@secure-uploading/core'
import type { TokenHandlerOptions, TokenIssued } from '@secure-uploading/server'
import { expect } from 'chai'
import { PUBLIC_KEY, SECRET_KEY, type Answer } from '../trial.js'
import { expectError } from './expect-answer.js'
import type { Rule } from './rule.js'

const SECRET = 'a secret of the backend'
const NOW_MS = 1_795_460_400_000
const now = () => NOW_MS

const MISTAKES: readonly (readonly [options: Record<string, unknown>, named: string])[] = [
  [{ receipts: true }, '"receipts" must be'],
  [{ receipts: {} }, '"receipts.secret"'],
  [{ receipts: { secret: ' ' } }, '"receipts.secret"'],
  [{ receipts: { secret: ['', 'x'] } }, '"receipts.secret"'],
  [{ receipts: { secret: PUBLIC_KEY } }, '"receipts.secret" is the same as "publicKey"'],
  [{ receipts: { secret: ['x', PUBLIC_KEY] } }, '"receipts.secret" is the same as "publicKey"'],
  [
    { receipts: { secret: 'x', expiresIn: 0 } },
    '"receipts.expiresIn" must be a positive whole number of seconds',
  ],
  [{ receipts: { secret: 'x', life: 60 } }, '"receipts.life" is not an option'],
  [{ receipts: { secret: 'x' }, authorize: 'anyone' }, 'there is no subject'],
]

export const receiptRules: readonly Rule[] = [
  {
    name: 'issues a receipt with a signature that says whom the token was given to, good for 24 hours more',
    async check(trial) {
      const events: TokenIssued[] = []
      const ask = await trial.serve({
        authorize: (...args) => ({ subject: trial.cookieOf(...args) ?? '' }),
        receipts: { secret: [SECRET, 'an older secret'] },
        createTokenId: () => 'token-1',
        onIssue: (event) => events.push(event),
        now,
      })
      const receipt = receiptOf(await ask({ headers: { cookie: 'ada' } }), 'secureSignature', 'secureExpire')
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
    name: 'lets no receipt end before its token, whatever receipts.expiresIn says',
    async check(trial) {
      for (const [tokenLife, receiptLife, expected] of [
        [1800, 60, 1800],
        [60, 1800, 1800],
      ] as const) {
        const ask = await trial.serve({
          authorize: () => ({ subject: 'ada', expiresIn: tokenLife }),
          receipts: { secret: SECRET, expiresIn: receiptLife },
          now: () => NOW_MS + 1,
        })
        const receipt = receiptOf(await ask(), 'secureSignature', 'secureExpire')
        const verdict = await verifyUploadReceipt(SECRET, receipt, { now })
        if (!verdict.valid) throw new Error(verdict.hint)
        expect(verdict.claims.expiresAt).to.deep.equal(new Date(NOW_MS + 1000 + expected * 1000))
      }
    },
  },
  {
    name: 'issues a receipt with an auth token under the name of that token',
    async check(trial) {
      const ask = await trial.serve({
        credential: 'jwt',
        authorize: () => ({ subject: 'ada', expiresIn: 60 }),
        receipts: { secret: () => Promise.resolve(SECRET), expiresIn: 600 },
        now,
      })
      const answer = await ask()
      const verdict = await verifyUploadReceipt(SECRET, receiptOf(answer, 'authToken'), { now })
      const { authToken } = answer.json as { authToken: string }
      const { claims } = await verifyAuthToken(SECRET_KEY, authToken, { now })
      if (!verdict.valid) throw new Error(verdict.hint)
      expect(verdict.claims.tokenId).to.equal(claims?.jti)
      expect(verdict.claims.expiresAt).to.deep.equal(new Date(NOW_MS + 600_000))
    },
  },
  {
    name: 'gives each receipt a name of its own',
    async check(trial) {
      const ask = await trial.serve({
        authorize: () => ({ subject: 'ada' }),
        receipts: { secret: SECRET },
        now,
      })
      const answers = await Promise.all(Array.from({ length: 10 }, () => ask()))
      const receipts = answers.map((answer) => receiptOf(answer, 'secureSignature', 'secureExpire'))
      expect(new Set(receipts).size).to.equal(10)
    },
  },
  ...(
    [
      ['the grant has no subject', { authorize: () => true }, /"subject"/],
      [
        'the grant has a subject that is too long for metadata',
        { authorize: () => ({ subject: 'x'.repeat(400) }) },
        /too long/,
      ],
      [
        'its secret turns out to be the public key',
        { receipts: { secret: () => PUBLIC_KEY } },
        /"secret" is the same as "publicKey"/,
      ],
    ] as const
  ).map(([what, options, message]): Rule => ({
    name: `answers 500 when there is to be a receipt and ${what}, and says so to onError`,
    async check(trial) {
      const errors: unknown[] = []
      const ask = await trial.serve({
        authorize: () => ({ subject: 'ada' }),
        receipts: { secret: SECRET },
        ...options,
        onError: (error) => errors.push(error),
      })
      expectError(await ask(), 500, 'ERR_INTERNAL')
      expect(errors).to.have.length(1)
      expect((errors[0] as TypeError).message).to.match(message)
    },
  })),
  ...MISTAKES.map(([options, named]): Rule => ({
    name: `refuses at once the options ${JSON.stringify(options)}`,
    async check(trial) {
      const given = { authorize: () => ({ subject: 'ada' }), ...options }
      const error = await trial.serve(given as Partial<TokenHandlerOptions<unknown[]>>).then(
        () => undefined,
        (error: unknown) => error,
      )
      expect(error).to.be.an.instanceOf(TypeError)
      expect((error as TypeError).message).to.include(named)
    },
  })),
]

function receiptOf(answer: Answer, ...credential: string[]): string {
  expect(answer.status, answer.text).to.equal(200)
  expect(answer.json).to.have.all.keys('publicKey', 'expiresIn', 'uploadReceipt', ...credential)
  return (answer.json as { uploadReceipt: string }).uploadReceipt
}
