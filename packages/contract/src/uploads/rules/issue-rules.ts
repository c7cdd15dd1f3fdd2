import { verifyAuthToken, verifySecureSignature, verifyUploadReceipt } from '@secure-uploading/core'
import { UPLOAD_SCOPE } from '@secure-uploading/core/internal'
import type { TokenIssued } from '@secure-uploading/server'
import { expect } from 'chai'
import { expectError } from '../../rules/expect-answer.js'
import { PUBLIC_KEY, SECRET_KEY } from '../../harness.js'
import { defineUploads, NOW_MS, RECEIPT_SECRET, type UploadsRule } from '../uploads-harness.js'

const now = () => NOW_MS

const uploads = () =>
  defineUploads({
    avatar: {
      accept: ['Image/*', 'application/pdf'],
      maxBytes: '5MB',
      maxFiles: 1,
      metadata: ({ grant }) => Promise.resolve({ owner: grant.subject, album: 'a1' }),
    },
    anything: {},
  })

interface UploadTokenBody {
  secureSignature: string
  secureExpire: string
  authToken: string
  uploadReceipt: string
  metadata?: Record<string, string>
}

export const issueRules: readonly UploadsRule[] = [
  {
    name: 'issues a token with the rules and metadata of its route, for an empty body and for {}',
    async check(harness) {
      const events: TokenIssued[] = []
      const { send } = await harness.serve({ uploads: uploads(), onIssue: (event) => events.push(event) })
      for (const body of [undefined, {}, ' ']) {
        const answer = await send(
          body === ' ' ? { body, headers: { 'content-type': 'text/plain' } } : { body },
        )
        expect(answer.status, answer.text).to.equal(200)
        const { secureSignature, secureExpire, uploadReceipt, ...others } = answer.json as UploadTokenBody
        expect(others).to.deep.equal({
          publicKey: PUBLIC_KEY,
          expiresIn: 1800,
          rules: { accept: ['image/*', 'application/pdf'], maxBytes: 5_000_000, maxFiles: 1 },
          metadata: { owner: 'ada', album: 'a1' },
        })
        const wire = { signature: secureSignature, expire: secureExpire }
        expect(await verifySecureSignature(SECRET_KEY, wire, { now })).to.deep.equal({ valid: true })
        expect(uploadReceipt.length).to.be.at.most(512)
        expect(events.at(-1)).to.include({ subject: 'ada', route: 'avatar' })
      }
    },
  },
  {
    name: 'issues a receipt that binds the subject, the route, the token and the metadata',
    async check(harness) {
      const { send } = await harness.serve({ uploads: uploads(), createTokenId: () => 'token-7' })
      const { json } = await send({ user: 'grace' })
      const { uploadReceipt, metadata = {} } = json as UploadTokenBody
      const verify = (options: object) =>
        verifyUploadReceipt(RECEIPT_SECRET, uploadReceipt, { publicKey: PUBLIC_KEY, now, ...options })
      const verdict = await verify({ route: 'avatar', metadata: { ...metadata, uploadReceipt } })
      if (!verdict.valid) throw new Error(verdict.hint)
      expect(verdict.claims).to.include({ subject: 'grace', route: 'avatar', tokenId: 'token-7' })
      expect(await verify({ route: 'anything' })).to.include({ valid: false, reason: 'other-route' })
      expect(await verify({ metadata: { ...metadata, album: 'a2' } })).to.include({ valid: false })
      expect(await verify({ metadata: {} })).to.include({ valid: false })
    },
  },
  {
    name: 'issues empty rules and no metadata for a route without any',
    async check(harness) {
      const { send } = await harness.serve({ uploads: uploads() })
      const { json } = await send({ route: 'anything' })
      expect(json).to.deep.include({ rules: {} })
      expect(json).not.to.have.property('metadata')
    },
  },
  {
    name: 'restricts an auth token to maxFiles operations and the paths of uploading',
    async check(harness) {
      for (const [granted, expected] of [
        [undefined, 1],
        [5, 1],
      ] as const) {
        const { send } = await harness.serve({
          uploads: uploads(),
          credential: 'jwt',
          authorize: () => ({ subject: 'ada', ...(granted === undefined ? {} : { operations: granted }) }),
        })
        const { authToken, uploadReceipt } = (await send()).json as UploadTokenBody
        const { claims } = await verifyAuthToken(SECRET_KEY, authToken, { now })
        expect(claims?.uc?.restrictions.limits?.operations).to.equal(expected)
        expect(claims?.uc?.restrictions.scope).to.deep.equal([...UPLOAD_SCOPE])
        const verdict = await verifyUploadReceipt(RECEIPT_SECRET, uploadReceipt, { now })
        if (!verdict.valid) throw new Error(verdict.hint)
        expect(verdict.claims.tokenId).to.equal(claims?.jti)
      }
    },
  },
  {
    name: 'never grants an auth token more than authorize does',
    async check(harness) {
      const { send } = await harness.serve({
        uploads: defineUploads({ avatar: { maxFiles: 9 }, anything: {} }),
        credential: 'jwt',
        authorize: () => ({ subject: 'ada', operations: 3, scope: ['/base/'] }),
      })
      for (const route of ['avatar', 'anything']) {
        const { authToken } = (await send({ route })).json as UploadTokenBody
        const { claims } = await verifyAuthToken(SECRET_KEY, authToken, { now })
        expect(claims?.uc?.restrictions).to.deep.equal({ scope: ['/base/'], limits: { operations: 3 } })
      }
    },
  },
  {
    name: 'lets a route narrow the scope of authorize, and never widen it',
    async check(harness) {
      const cases: [endpoint: string[] | undefined, route: string[], issued: string[]][] = [
        [['/multipart/*'], ['/multipart/start/', '/base/'], ['/multipart/start/']],
        [['/base/', '/info/'], ['/*'], ['/base/', '/info/']],
        [undefined, ['/base/', '/derivative/image/edit/'], ['/base/']],
      ]
      for (const [endpoint, route, issued] of cases) {
        const { send } = await harness.serve({
          uploads: defineUploads({ avatar: { authorize: () => ({ scope: route }) } }),
          credential: 'jwt',
          authorize: () => ({ subject: 'ada', scope: endpoint }),
        })
        const { authToken } = (await send()).json as UploadTokenBody
        const { claims } = await verifyAuthToken(SECRET_KEY, authToken, { now })
        expect(claims?.uc?.restrictions.scope).to.deep.equal(issued)
      }
    },
  },
  {
    name: 'answers 500 when the scopes of authorize and of the route have no path in common',
    async check(harness) {
      const errors: unknown[] = []
      const { send } = await harness.serve({
        uploads: defineUploads({ avatar: { authorize: () => ({ scope: ['/group/*'] }) } }),
        credential: 'jwt',
        authorize: () => ({ subject: 'ada', scope: ['/base/'] }),
        onError: (error) => errors.push(error),
      })
      expectError(await send(), 500, 'ERR_INTERNAL')
      expect(errors.map(String)).to.deep.equal([
        'TypeError: The "scope" of a route (/group/*) has no path in common with the endpoint\'s (/base/). Allow the paths of the route in the endpoint\'s "authorize", too',
      ])
    },
  },
  ...(
    [
      ['a value that is not text', { album: 7 }],
      ['an empty value', { album: '' }],
      ['a value of 513 characters', { album: 'x'.repeat(513) }],
      ['a value of 257 line breaks, which forms send as 514 characters', { album: '\n'.repeat(257) }],
      ['half of a character', { album: '\u{1f4c1}'.slice(0, 1) }],
      ['a key that Uploadcare refuses', { 'my album': 'x' }],
      ['the key of the receipt', { uploadReceipt: 'x' }],
      ['50 keys', Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`key${index}`, 'x']))],
      ['no object', 'album'],
      ['a Map instead of an object', new Map([['album', 'a1']])],
      ['a form instead of an object', new URLSearchParams({ album: 'a1' })],
      ['a Date instead of an object', new Date(0)],
    ] as const
  ).map(([what, metadata]): UploadsRule => ({
    name: `answers 500 when the metadata of a route has ${what}, and passes the reason to onError`,
    async check(harness) {
      const errors: unknown[] = []
      const { send } = await harness.serve({
        uploads: defineUploads({ avatar: { metadata: () => metadata as Record<string, string> } }),
        onError: (error) => errors.push(error),
      })
      expectError(await send(), 500, 'ERR_INTERNAL')
      expect(errors).to.have.length(1)
      expect((errors[0] as TypeError).message).to.include('"avatar.metadata"')
    },
  })),
]
