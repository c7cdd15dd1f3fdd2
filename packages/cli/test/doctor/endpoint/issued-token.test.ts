import { generateAuthToken } from '@secure-uploading/core'
import { describe, expect, it } from 'vitest'
import { expireOf, fieldsOf, issuedToken } from '../../../src/doctor/endpoint/issued-token.js'

describe('issuedToken', () => {
  it('reads the expiry of a signature and of an auth token', async () => {
    const secureExpire = '4102444800'
    expect(expireOf({ secureSignature: '0'.repeat(64), secureExpire })).toBe(4_102_444_800)
    const now = (): number => 1_700_000_000_000
    const authToken = await generateAuthToken('demosecretkey', { expiresIn: 60 }, { now })
    expect(expireOf({ authToken })).toBe(1_700_000_060)
  })

  it.each([
    'not-a-jwt',
    'a.b.c',
    `a.${Buffer.from('{}').toString('base64url')}.c`,
    `a.${Buffer.from('5').toString('base64url')}.c`,
  ])('finds no expiry in %s', (authToken) => {
    expect(expireOf({ authToken })).toBeUndefined()
  })

  it('finds no token in a malformed response', () => {
    expect(issuedToken({ json: { secureSignature: 'short' } })).toBeUndefined()
    expect(issuedToken({ json: undefined })).toBeUndefined()
    expect(fieldsOf(null)).toEqual({})
  })
})
