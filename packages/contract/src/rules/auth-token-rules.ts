import { verifyAuthToken } from '@secure-uploading/core'
import type { Grant, TokenIssued } from '@secure-uploading/server'
import { expect } from 'chai'
import { PUBLIC_KEY, SECRET_KEY, type Answer } from '../harness.js'
import { expectError } from './expect-answer.js'
import type { Rule } from './rule.js'

const UPLOAD_PATHS = [
  '/base/',
  '/multipart/start/',
  '/multipart/complete/',
  '/from_url/',
  '/from_url/status/',
  '/group/',
  '/group/info/',
  '/info/',
]

const MISTAKES: readonly (readonly [grant: Grant, message: RegExp])[] = [
  [{ expiresIn: 86_401 }, /24 hours/],
  [{ scope: [] }, /"scope" must be a list of 1 to 16 paths/],
  [{ scope: Array.from({ length: 17 }, () => '/base/') }, /"scope" must be a list of 1 to 16 paths/],
  [{ scope: ['base'] }, /"scope" must start with "\/"/],
  [{ scope: [`/${'x'.repeat(64)}`] }, /at most 64 characters/],
  [{ scope: '/' as unknown as string[] }, /"scope" of the grant must be an array/],
  [{ operations: 0 }, /"operations" must be a whole number from 1 to 100000/],
  [{ operations: 100_001 }, /"operations" must be a whole number from 1 to 100000/],
  [{ operations: 1.5 }, /"operations" must be a whole number from 1 to 100000/],
]

/** Grants with the restrictions of their auth token. */
const SCOPES: readonly (readonly [description: string, grant: Grant, restrictions: unknown])[] = [
  ['for the paths of uploads by default', {}, { scope: UPLOAD_PATHS }],
  [
    'for the paths of uploads with operations',
    { operations: 3 },
    { scope: UPLOAD_PATHS, limits: { operations: 3 } },
  ],
  ['for every path with scope: "any"', { scope: 'any' }, undefined],
]

export const authTokenRules: readonly Rule[] = [
  {
    name: 'issues an auth token that carries the grant',
    async check(harness) {
      const nowMs = 1_795_460_400_500
      const events: TokenIssued[] = []
      const send = await harness.serve({
        credential: 'jwt',
        authorize: () => ({ subject: 'ada', scope: ['/base/'], operations: 3, expiresIn: 60 }),
        now: () => nowMs,
        createTokenId: () => 'token-1',
        onIssue: (event) => events.push(event),
      })
      const authToken = authTokenOf(await send())
      const verdict = await verifyAuthToken(SECRET_KEY, authToken, { path: '/base/', now: () => nowMs })
      expect(verdict).to.deep.equal({
        valid: true,
        claims: {
          iat: 1_795_460_400,
          exp: 1_795_460_461,
          sub: 'ada',
          jti: 'token-1',
          uc: { restrictions: { scope: ['/base/'], limits: { operations: 3 } } },
        },
      })
      expect(events).to.deep.equal([
        {
          subject: 'ada',
          publicKey: PUBLIC_KEY,
          credential: 'jwt',
          tokenId: 'token-1',
          expiresIn: 60,
          expiresAt: new Date(1_795_460_461_000),
        },
      ])
      expect(JSON.stringify(events)).not.to.include(authToken)
    },
  },
  ...SCOPES.map(([description, grant, restrictions]): Rule => ({
    name: `issues an auth token ${description}`,
    async check(harness) {
      const send = await harness.serve({ credential: 'jwt', authorize: () => grant })
      const { claims } = await verifyAuthToken(SECRET_KEY, authTokenOf(await send()))
      expect(claims?.uc?.restrictions).to.deep.equal(restrictions)
    },
  })),
  {
    name: 'issues different auth tokens within one second, so that they do not share operations',
    async check(harness) {
      const send = await harness.serve({ credential: 'jwt', now: () => 1_795_460_400_000 })
      const tokens = await Promise.all(Array.from({ length: 20 }, async () => authTokenOf(await send())))
      expect(new Set(tokens).size).to.equal(20)
    },
  },
  ...MISTAKES.map(([grant, message]): Rule => ({
    name: `answers 500 to the auth token grant ${JSON.stringify(grant).slice(0, 60)}, and passes the reason to onError`,
    async check(harness) {
      const errors: unknown[] = []
      const send = await harness.serve({
        credential: 'jwt',
        authorize: () => grant,
        onError: (error) => errors.push(error),
      })
      expectError(await send(), 500, 'ERR_INTERNAL')
      expect(errors).to.have.length(1)
      expect((errors[0] as TypeError).message).to.match(message)
    },
  })),
]

function authTokenOf(answer: Answer): string {
  expect(answer.status, answer.text).to.equal(200)
  expect(answer.json).to.have.all.keys('publicKey', 'authToken', 'expiresIn')
  expect(answer.headers.get('cache-control')).to.equal('no-store')
  return (answer.json as { authToken: string }).authToken
}
