import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createJwtAuthorizer } from '../../src/gateway/jwt-authorizer.js'

const { publicKey, privateKey } = await generateKeyPair('RS256')
const authorize = createJwtAuthorizer({ issuer: 'https://id.example', audience: 'app', publicKey })

const valid = { iss: 'https://id.example', aud: 'app', sub: 'ada', exp: Math.floor(Date.now() / 1000) + 60 }

async function claimsOf(payload: Record<string, unknown>, key = privateKey) {
  const jwt = await new SignJWT(payload).setProtectedHeader({ alg: 'RS256' }).sign(key)
  return authorize(new Request('http://localhost', { headers: { authorization: `Bearer ${jwt}` } }))
}

describe('createJwtAuthorizer', () => {
  it('returns the claims of a valid JWT as text, as API Gateway does', async () => {
    expect(await claimsOf({ ...valid, groups: ['a', 'b'], email_verified: true })).toEqual({
      ...valid,
      exp: String(valid.exp),
      groups: '[a b]',
      email_verified: 'true',
    })
  })

  it.each([
    ['another issuer', { iss: 'https://evil.example' }],
    ['another audience', { aud: 'other' }],
    ['an expiry in the past', { exp: 1_700_000_000 }],
  ])('rejects a JWT with %s', async (_, changes) => {
    expect(await claimsOf({ ...valid, ...changes })).toBeUndefined()
  })

  it('rejects a JWT with another signature, and an unsigned one', async () => {
    const { privateKey: anotherKey } = await generateKeyPair('RS256')
    expect(await claimsOf(valid, anotherKey)).toBeUndefined()
    const unsigned = new UnsecuredJWT(valid).encode()
    const headers = { authorization: `Bearer ${unsigned}` }
    expect(await authorize(new Request('http://localhost', { headers }))).toBeUndefined()
  })

  it('rejects a request without a JWT', async () => {
    expect(await authorize(new Request('http://localhost'))).toBeUndefined()
  })
})
