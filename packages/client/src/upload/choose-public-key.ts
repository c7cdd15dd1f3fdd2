import { SecureUploadError, type UploadToken } from '@secure-uploading/core/token'

/**
 * Tells the public key that goes with a token.
 *
 * @param wanted the key that the caller named, `''` when it named none
 * @throws {SecureUploadError} `ERR_PUBLIC_KEY_MISMATCH` when the token belongs to another project than the one wanted,
 * `ERR_TOKEN_MALFORMED` when nobody named one.
 */
export function choosePublicKey({ publicKey = '' }: UploadToken, wanted = ''): string {
  const chosen = wanted || publicKey
  if (!chosen) {
    throw new SecureUploadError(
      'ERR_TOKEN_MALFORMED',
      'The token names no "publicKey". Let the token endpoint name it, or give it to the client.',
    )
  }
  if (publicKey && publicKey !== chosen) {
    throw new SecureUploadError(
      'ERR_PUBLIC_KEY_MISMATCH',
      `The token endpoint signs for the project ${publicKey}, but "publicKey" is ${wanted}. Leave it out, or make them the same.`,
    )
  }
  return chosen
}
