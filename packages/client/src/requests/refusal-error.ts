import { SecureUploadError } from '@secure-uploading/core/token'
import type { UploadError } from '@uploadcare/upload-client'
import type { TokenAge } from '../token-source/token-source.js'
import type { UploadRequest } from './upload-event.js'

/** Whether an error code means that a token has expired. */
export const isExpired = (code: string): boolean =>
  code === 'SignatureExpirationError' || code === 'AccessTokenExpiredError'

const ADVICE: Record<string, string> = {
  SignatureInvalidError: 'Check that its secret key belongs to this public key.',
  AccessTokenInvalidError: 'Check that its secret key belongs to this public key.',
  OperationsLimitExceededError: 'Check that it issues a new token for each request.',
}

/** Creates the error for a refused token when another token would not help. */
export function refusalError(
  name: UploadRequest,
  cause: UploadError,
  { ageMs, lifeMs }: TokenAge,
): SecureUploadError {
  // A proxy may write null.
  const code: string = cause.code ?? 'no code'
  if (name === 'base' && isExpired(code) && ageMs >= lifeMs) {
    return new SecureUploadError(
      'ERR_TOKEN_TOO_SHORT',
      `The file took ${seconds(ageMs)} to upload, but its token is valid for ${seconds(lifeMs)}. Increase "expiresIn" of the token endpoint.`,
      { cause, data: { elapsedMs: ageMs, lifetimeMs: lifeMs } },
    )
  }
  return new SecureUploadError(
    'ERR_TOKEN_REFUSED',
    `Uploadcare refused (${code}) a token that the endpoint issued ${seconds(ageMs)} ago, valid for ${seconds(lifeMs)}. ${ADVICE[code] ?? 'Check the clock of the server that signs.'}`,
    { cause, data: { uploadcareCode: code } },
  )
}

const seconds = (durationMs: number): string => `${(durationMs / 1000).toFixed(1)} s`
