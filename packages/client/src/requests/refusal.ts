import { SecureUploadError } from '@secure-uploading/core/token'
import type { UploadError } from '@uploadcare/upload-client'
import type { TokenAge } from '../token-source/token-source.js'
import type { UploadRequest } from './upload-event.js'

/** Uploadcare's codes for a token that has expired or is used up: the next token may be accepted. */
const SPENT = ['SignatureExpirationError', 'AccessTokenExpiredError', 'OperationsLimitExceededError']

const isSpent = (code: string | undefined): boolean => code !== undefined && SPENT.includes(code)

/** Whether an error code refuses the token, so that another token may be accepted. */
export const isRefusal = (code: string | undefined): boolean =>
  isSpent(code) || code === 'SignatureInvalidError'

/** Whether a token expired while the request that carried it was under way. */
export const expiredInFlight = (code: string | undefined, { ageMs, lifeMs }: TokenAge): boolean =>
  isSpent(code) && ageMs >= lifeMs

const seconds = (durationMs: number): string => `${(durationMs / 1000).toFixed(1)} s`

/** Creates the error for a refused token when another token would not help. */
export function refusalError(name: UploadRequest, cause: UploadError, age: TokenAge): SecureUploadError {
  const { code = 'no code' } = cause
  if (name === 'base' && expiredInFlight(code, age)) {
    return new SecureUploadError(
      'ERR_TOKEN_TOO_SHORT',
      `The file took ${seconds(age.ageMs)} to upload, but its token is valid for ${seconds(age.lifeMs)}. Increase "expiresIn" of the token endpoint.`,
      { cause },
    )
  }
  const advice =
    code === 'SignatureInvalidError'
      ? 'Check that its secret key belongs to this public key.'
      : 'Check the clock of the server that signs.'
  return new SecureUploadError(
    'ERR_TOKEN_REFUSED',
    `Uploadcare refused (${code}) a token that the endpoint issued ${seconds(age.ageMs)} ago, valid for ${seconds(age.lifeMs)}. ${advice}`,
    { cause },
  )
}
