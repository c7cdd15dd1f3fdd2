import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeBase64UrlJson, encodeBase64UrlJson } from '../../src/base64url/base64url-json.js'
import { decodeBase64Url, encodeBase64Url } from '../../src/base64url/base64url.js'

test('agrees with Node’s Buffer, there and back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = encodeBase64Url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(decodeBase64Url(text)).toEqual(new Uint8Array(bytes))
    }),
  )
})

test.each([
  ['padding', 'AA=='],
  ['the digits of plain Base64', 'ab+/'],
  ['something before it', '!AAA'],
  ['something after it', 'AAA!'],
  ['white space', 'AA AA'],
  ['a length that there is not', 'AAAAA'],
  ['another spelling of the same bytes', 'AB'],
])('decodes nothing with %s', (_what, text) => {
  expect(decodeBase64Url(text)).toBeUndefined()
})

test.each([
  ['what is no base64url', '!'],
  ['what is no JSON', encodeBase64Url(new TextEncoder().encode('{'))],
  ['what is no UTF-8', encodeBase64Url(Uint8Array.of(0x22, 0xff, 0x22))],
])('reads no JSON from %s', (_what, text) => {
  expect(decodeBase64UrlJson(text)).toBeUndefined()
})

test('reads the JSON that it wrote', () => {
  expect(decodeBase64UrlJson(encodeBase64UrlJson({ name: '猫' }))).toEqual({ name: '猫' })
})
