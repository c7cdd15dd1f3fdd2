import { SecureUploadError, type SecureUploadErrorCode } from '@secure-uploading/core'
import { describe, expect, it } from 'vitest'
import { failureOf } from '../../src/upload/failure-of.js'
import type { UploadSetup } from '../../src/upload/upload-setup.js'

const SETUP: UploadSetup = {
  baseUrl: 'https://upload.example/v1',
  uploadRoute: 'through the proxy proxy.example:3128',
  endpointRoute: 'without a proxy',
}
const SIGNING = { secretKey: 'a-secret-key', secretSource: 'stdin', publicKeySource: '--public-key' }

const withCode = (code: unknown, message = 'No.'): Error => Object.assign(new Error(message), { code })
const ours = (code: SecureUploadErrorCode, message = 'No.', cause?: unknown): Error =>
  new SecureUploadError(code, message, { cause })
const refused = (code: string): Error => ours('ERR_TOKEN_REFUSED', 'that the endpoint issued', withCode(code))

describe('failureOf', () => {
  it.each<[string, unknown, object]>([
    ['an error with a code', withCode('ERR_X'), { code: 'ERR_X', message: 'No.' }],
    ['a code that is a number', withCode(20), { message: 'No.' }],
    ['an error without a message', new RangeError(''), { message: 'RangeError' }],
    [
      'a file that changed',
      new DOMException('…', 'NotReadableError'),
      { message: 'The file changed during the upload.' },
    ],
    [
      'a page instead of JSON',
      new SyntaxError('Unexpected token'),
      {
        message: expect.stringContaining(
          'https://upload.example/v1 did not respond like the Upload API (through the proxy proxy.example:3128)',
        ) as unknown,
      },
    ],
    ['a string', 'No.', { message: 'No.' }],
    [
      'a refusal of a token that an endpoint issued',
      refused('SignatureInvalidError'),
      { code: 'ERR_TOKEN_REFUSED', message: 'that the endpoint issued' },
    ],
  ])('describes %s', (_what, error, failure) => {
    expect(failureOf(error, SETUP)).toEqual(failure)
  })

  it.each([
    ['ECONNREFUSED'],
    ['ENOTFOUND'],
    ['ETIMEDOUT'],
    ['CERT_HAS_EXPIRED'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('says that a proxy was used when the Upload API is unreachable: %s', (code) => {
    const { message } = failureOf(withCode(code), SETUP)
    expect(message).toContain(
      `Could not reach https://upload.example/v1 through the proxy proxy.example:3128 (${code}).`,
    )
    expect(message).toMatch(/HTTPS_PROXY, HTTP_PROXY and NO_PROXY\.$/)
  })

  it('finds the code of a network error in its causes', () => {
    const cause = new TypeError('fetch failed', { cause: withCode('ECONNRESET') })
    const error = Object.assign(new Error('Network error', { cause }), { name: 'NetworkError' })
    expect(failureOf(error, SETUP).message).toContain('(ECONNRESET).')
    expect(failureOf(Object.assign(error, { cause: undefined }), SETUP).message).toContain('(Network error).')
  })

  it('says that no proxy was used when the token endpoint is unreachable', () => {
    expect(failureOf(ours('ERR_ENDPOINT_UNREACHABLE'), SETUP)).toEqual({
      code: 'ERR_ENDPOINT_UNREACHABLE',
      message:
        'Could not reach the token endpoint without a proxy. Check --token-endpoint and the network. If this machine needs a proxy, check HTTPS_PROXY, HTTP_PROXY and NO_PROXY.',
    })
  })

  it.each<[string, Error, string]>([
    [
      'the wrong key',
      refused('SignatureInvalidError'),
      'Uploadcare refused the token (SignatureInvalidError), which was signed with the secret from stdin. Check that it belongs to the same project as the public key from --public-key.',
    ],
    [
      'a wrong clock',
      refused('SignatureExpirationError'),
      'Uploadcare refused the token (SignatureExpirationError), which was signed with the secret from stdin. Check the clock of this machine.',
    ],
    [
      'a short lifetime',
      ours('ERR_TOKEN_TOO_SHORT'),
      'The token expired before the upload ended. Increase --expires-in.',
    ],
    [
      'an unknown public key',
      withCode('ProjectPublicKeyInvalidError'),
      'Uploadcare does not know the public key from --public-key.',
    ],
  ])('names the local setting behind %s if tokens are signed locally', (_what, error, message) => {
    expect(failureOf(error, { ...SETUP, signing: SIGNING }).message).toBe(message)
  })

  it('recognizes a placeholder as the local key, and never prints a key', () => {
    const setup = { ...SETUP, signing: { ...SIGNING, secretKey: 'YOUR_SECRET_KEY' } }
    const { message } = failureOf(refused('SignatureInvalidError'), setup)
    expect(message).toContain(
      'from stdin, a well-known placeholder. Set it to the secret key from the dashboard.',
    )
    expect(message).not.toContain('YOUR_SECRET_KEY')
  })

  it.each<[Error, string]>([
    [
      ours('ERR_TOKEN_MALFORMED', 'The token has no "publicKey".'),
      'Pass --public-key, or set UPLOADCARE_PUBLIC_KEY.',
    ],
    [
      ours('ERR_PUBLIC_KEY_MISMATCH', 'Another project.'),
      'Another project. The command line sets it with --public-key',
    ],
  ])('names the option for the public key in %o', (error, message) => {
    expect(failureOf(error, SETUP).message).toContain(message)
  })
})
