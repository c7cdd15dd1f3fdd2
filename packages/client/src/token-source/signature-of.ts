import { SecureUploadError, type SecureToken, type UploadToken } from '@secure-uploading/core/token'

/**
 * Takes the signature out of a token.
 *
 * @throws {SecureUploadError} `ERR_CREDENTIAL_UNSUPPORTED` when it is an auth token.
 */
export function signatureOf(token: UploadToken): SecureToken {
  if ('secureSignature' in token) {
    return { secureSignature: token.secureSignature, secureExpire: token.secureExpire }
  }
  throw new SecureUploadError(
    'ERR_CREDENTIAL_UNSUPPORTED',
    'The endpoint issues auth tokens, which @uploadcare/upload-client sends from 6.23 on. Set its "credential" to "signature".',
  )
}
