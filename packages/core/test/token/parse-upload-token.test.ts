import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSecureUploadError, parseUploadToken } from '../../src/token/index.js'

const secureToken = { secureSignature: 'a'.repeat(64), secureExpire: '1454903856' }

describe('parseUploadToken', () => {
  test('reads what our endpoint answers', () => {
    const answer = { publicKey: 'demopublickey', ...secureToken, expiresIn: 1800 }
    expect(parseUploadToken(answer)).toEqual(answer)
  })

  test('reads the bare pair of somebody else’s endpoint, with a numeric secureExpire and fields of its own', () => {
    expect(
      parseUploadToken({ ...secureToken, secureExpire: 1454903856, user: 'ada', publicKey: null }),
    ).toEqual(secureToken)
  })

  test('reads an auth token', () => {
    const answer = { publicKey: 'demopublickey', authToken: 'a.b.c', expiresIn: 60 }
    expect(parseUploadToken(answer)).toEqual(answer)
  })

  test('keeps the upload receipt, with either credential', () => {
    const withReceipt = { uploadReceipt: 'ur1.a.b', expiresIn: 60 }
    expect(parseUploadToken({ ...secureToken, ...withReceipt })).toEqual({ ...secureToken, ...withReceipt })
    expect(parseUploadToken({ authToken: 'a.b.c', ...withReceipt })).toEqual({
      authToken: 'a.b.c',
      ...withReceipt,
    })
    expect(parseUploadToken({ ...secureToken, uploadReceipt: null })).toEqual(secureToken)
  })

  test('prefers the signature when there are both, as the Upload API does', () => {
    expect(parseUploadToken({ ...secureToken, authToken: 'a.b.c' })).toEqual(secureToken)
  })

  test.each([
    [undefined, '"secureSignature": a string that is not empty'],
    [null, '"secureSignature": a string that is not empty'],
    ['token', '"secureSignature": a string that is not empty'],
    [[], '"secureSignature": a string that is not empty'],
    [{}, '"secureSignature": a string that is not empty'],
    [{ secureSignature: ' ', secureExpire: '1' }, '"secureSignature": a string that is not empty'],
    [{ ...secureToken, uploadReceipt: 7 }, '"uploadReceipt": a string that is not empty'],
    [{ secureSignature: 'x' }, '"secureExpire": Unix seconds, not milliseconds'],
    [{ secureSignature: 'x', secureExpire: 1.5 }, '"secureExpire": Unix seconds, not milliseconds'],
    [{ secureSignature: 'x', secureExpire: '2026-11-23' }, '"secureExpire": Unix seconds, not milliseconds'],
    [{ secureSignature: 'x', secureExpire: 1454903856000 }, '"secureExpire": Unix seconds, not milliseconds'],
    [
      { secureSignature: 'x', secureExpire: ['1454903856'] },
      '"secureExpire": Unix seconds, not milliseconds',
    ],
    [{ ...secureToken, expiresIn: 0 }, '"expiresIn": a positive number of seconds'],
    [{ ...secureToken, expiresIn: Infinity }, '"expiresIn": a positive number of seconds'],
    [{ ...secureToken, expiresIn: '60' }, '"expiresIn": a positive number of seconds'],
    [{ ...secureToken, publicKey: 7 }, '"publicKey": a string that is not empty'],
    [{ authToken: '' }, '"authToken": a string that is not empty'],
  ])('refuses %j', (json, message) => {
    expect(() => parseUploadToken(json)).toThrow(expect.objectContaining({ code: 'ERR_TOKEN_MALFORMED' }))
    expect(() => parseUploadToken(json)).toThrow(message)
  })

  test('answers anything at all with a token or with ERR_TOKEN_MALFORMED', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (json) => {
        try {
          parseUploadToken(json)
        } catch (error) {
          expect(isSecureUploadError(error, 'ERR_TOKEN_MALFORMED')).toBe(true)
        }
      }),
    )
  })
})
