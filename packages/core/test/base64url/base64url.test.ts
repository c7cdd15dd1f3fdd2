import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase64UrlJson, encodeBase64UrlJson } from '../../src/base64url/base64url-json.js'
import { decodeBase64Url, encodeBase64Url } from '../../src/base64url/base64url.js'

describe('base64url', () => {
  it('encodes and decodes like Node’s Buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = encodeBase64Url(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64url'))
        expect(decodeBase64Url(text)).toEqual(new Uint8Array(bytes))
      }),
    )
  })

  it.each([
    ['padding', 'AA=='],
    ['characters of plain Base64', 'ab+/'],
    ['an invalid character at the start', '!AAA'],
    ['an invalid character at the end', 'AAA!'],
    ['whitespace', 'AA AA'],
    ['an impossible length', 'AAAAA'],
    ['a non-canonical encoding', 'AB'],
  ])('rejects text with %s', (_what, text) => {
    expect(decodeBase64Url(text)).toBeUndefined()
  })
})

describe('JSON in base64url', () => {
  it.each([
    ['text that is not base64url', '!'],
    ['bytes that are not JSON', encodeBase64Url(new TextEncoder().encode('{'))],
    ['bytes that are not UTF-8', encodeBase64Url(Uint8Array.of(0x22, 0xff, 0x22))],
  ])('returns undefined for %s', (_what, text) => {
    expect(decodeBase64UrlJson(text)).toBeUndefined()
  })

  it('decodes its own JSON', () => {
    expect(decodeBase64UrlJson(encodeBase64UrlJson({ name: '猫' }))).toEqual({ name: '猫' })
  })
})
