import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSecureUploadError, parseUploadToken } from '../../src/token/index.js'

const secureToken = { secureSignature: 'a'.repeat(64), secureExpire: '1454903856' }

describe('parseUploadToken', () => {
  it('parses the response of our endpoint', () => {
    const answer = { publicKey: 'demopublickey', ...secureToken, expiresIn: 1800 }
    expect(parseUploadToken(answer)).toEqual(answer)
  })

  it('accepts a third-party endpoint’s bare pair with a numeric secureExpire and unknown fields', () => {
    expect(
      parseUploadToken({ ...secureToken, secureExpire: 1454903856, user: 'ada', publicKey: null }),
    ).toEqual(secureToken)
  })

  it('parses an auth token', () => {
    const answer = { publicKey: 'demopublickey', authToken: 'a.b.c', expiresIn: 60 }
    expect(parseUploadToken(answer)).toEqual(answer)
  })

  it('keeps the upload receipt with either credential', () => {
    const withReceipt = { uploadReceipt: 'ur1.a.b', expiresIn: 60 }
    expect(parseUploadToken({ ...secureToken, ...withReceipt })).toEqual({ ...secureToken, ...withReceipt })
    expect(parseUploadToken({ authToken: 'a.b.c', ...withReceipt })).toEqual({
      authToken: 'a.b.c',
      ...withReceipt,
    })
    expect(parseUploadToken({ ...secureToken, uploadReceipt: null })).toEqual(secureToken)
  })

  it('prefers the signature over an auth token, like the Upload API', () => {
    expect(parseUploadToken({ ...secureToken, authToken: 'a.b.c' })).toEqual(secureToken)
  })

  it.each([
    [undefined, '"secureSignature" as a non-empty string'],
    [null, '"secureSignature" as a non-empty string'],
    ['token', '"secureSignature" as a non-empty string'],
    [[], '"secureSignature" as a non-empty string'],
    [{}, '"secureSignature" as a non-empty string'],
    [{ secureSignature: ' ', secureExpire: '1' }, '"secureSignature" as a non-empty string'],
    [{ ...secureToken, uploadReceipt: 7 }, '"uploadReceipt" as a non-empty string'],
    [{ secureSignature: 'x' }, '"secureExpire" as Unix seconds, not milliseconds'],
    [{ secureSignature: 'x', secureExpire: 1.5 }, '"secureExpire" as Unix seconds, not milliseconds'],
    [
      { secureSignature: 'x', secureExpire: '2026-11-23' },
      '"secureExpire" as Unix seconds, not milliseconds',
    ],
    [
      { secureSignature: 'x', secureExpire: 1454903856000 },
      '"secureExpire" as Unix seconds, not milliseconds',
    ],
    [
      { secureSignature: 'x', secureExpire: ['1454903856'] },
      '"secureExpire" as Unix seconds, not milliseconds',
    ],
    [{ ...secureToken, expiresIn: 0 }, '"expiresIn" as a positive number of seconds'],
    [{ ...secureToken, expiresIn: Infinity }, '"expiresIn" as a positive number of seconds'],
    [{ ...secureToken, expiresIn: '60' }, '"expiresIn" as a positive number of seconds'],
    [{ ...secureToken, publicKey: 7 }, '"publicKey" as a non-empty string'],
    [{ authToken: '' }, '"authToken" as a non-empty string'],
    // An Authorization header cannot contain these.
    [{ authToken: 'a.b.c\n' }, '"authToken" as a non-empty string without spaces'],
    [{ authToken: 'a.b.ü' }, '"authToken" as a non-empty string without spaces'],
    [{ authToken: 'Bearer a.b.c' }, '"authToken" as a non-empty string without spaces'],
    [{ ...secureToken, publicKey: 'demopublickey\n' }, '"publicKey" as a non-empty string without spaces'],
    [{ ...secureToken, secureSignature: 'a\r\nb' }, '"secureSignature" as a non-empty string without spaces'],
  ])('rejects %j', (json, message) => {
    expect(() => parseUploadToken(json)).toThrow(expect.objectContaining({ code: 'ERR_TOKEN_MALFORMED' }))
    expect(() => parseUploadToken(json)).toThrow(message)
  })

  it('returns a token or throws ERR_TOKEN_MALFORMED for any input', () => {
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
