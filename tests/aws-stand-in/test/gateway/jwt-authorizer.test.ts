import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { expect, test } from 'vitest'
import { createJwtAuthorizer } from '../../src/gateway/jwt-authorizer.js'

const { publicKey, privateKey } = await generateKeyPair('RS256')
const authorize = createJwtAuthorizer({ issuer: 'https://id.example', audience: 'app', publicKey })

const valid = { iss: 'https://id.example', aud: 'app', sub: 'ada', exp: Math.floor(Date.now() / 1000) + 60 }

async function claimsOf(payload: Record<string, unknown>, key = privateKey) {
  const jwt = await new SignJWT(payload).setProtectedHeader({ alg: 'RS256' }).sign(key)
  return authorize(new Request('http://localhost', { headers: { authorization: `Bearer ${jwt}` } }))
}

test('the claims of a valid JWT come as text, as API Gateway gives them', async () => {
  expect(await claimsOf({ ...valid, groups: ['a', 'b'], email_verified: true })).toEqual({
    ...valid,
    exp: String(valid.exp),
    groups: '[a b]',
    email_verified: 'true',
  })
})

test.each([
  ['another issuer', { iss: 'https://evil.example' }],
  ['another audience', { aud: 'other' }],
  ['an end in the past', { exp: 1_700_000_000 }],
])('a JWT with %s is refused', async (_, changes) => {
  expect(await claimsOf({ ...valid, ...changes })).toBeUndefined()
})

test('a JWT that somebody else signed is refused, and one that nobody signed', async () => {
  const { privateKey: anotherKey } = await generateKeyPair('RS256')
  expect(await claimsOf(valid, anotherKey)).toBeUndefined()
  const unsigned = new UnsecuredJWT(valid).encode()
  const headers = { authorization: `Bearer ${unsigned}` }
  expect(await authorize(new Request('http://localhost', { headers }))).toBeUndefined()
})

test('a request without a JWT is refused', async () => {
  expect(await authorize(new Request('http://localhost'))).toBeUndefined()
})
