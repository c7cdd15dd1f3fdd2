import { SecureUploadError, type SecureToken, type UploadToken } from '@secure-uploading/core/token'

/**
 * Returns the signature of a token.
 *
 * @throws {SecureUploadError} `ERR_CREDENTIAL_UNSUPPORTED` when it is an auth token.
 */
export function signatureOf(token: UploadToken): SecureToken {
  if ('authToken' in token) {
    throw new SecureUploadError(
      'ERR_CREDENTIAL_UNSUPPORTED',
      'A signature resolver cannot send auth tokens. Set "authToken" of File Uploader to "authTokenProvider", or "credential" of the token endpoint to "signature".',
    )
  }
  const { secureSignature, secureExpire } = token
  return { secureSignature, secureExpire }
}
