import { SecureUploadError } from '@secure-uploading/core/token'
import type { UploadError } from '@uploadcare/upload-client'
import type { TokenAge } from '../token-source/token-source.js'
import type { UploadRequest } from './upload-event.js'

/** The codes with which Uploadcare says that a token has ended or is used up: the next one may serve. */
const SPENT = ['SignatureExpirationError', 'AccessTokenExpiredError', 'OperationsLimitExceededError']

const isSpent = (code: string | undefined): boolean => code !== undefined && SPENT.includes(code)

/** Tells whether an error blames the token, so that another one might do. */
export const isRefusal = (code: string | undefined): boolean =>
  isSpent(code) || code === 'SignatureInvalidError'

/** Tells whether a token ended while the request that carried it was under way. */
export const endedUnderWay = (code: string | undefined, { ageMs, lifeMs }: TokenAge): boolean =>
  isSpent(code) && ageMs >= lifeMs

const seconds = (durationMs: number): string => `${(durationMs / 1000).toFixed(1)} s`

/** Makes the error for a token that was refused although no better one is to be had. */
export function refusalError(what: UploadRequest, cause: UploadError, age: TokenAge): SecureUploadError {
  const { code = 'no code' } = cause
  if (what === 'base' && endedUnderWay(code, age)) {
    return new SecureUploadError(
      'ERR_TOKEN_TOO_SHORT',
      `The file took ${seconds(age.ageMs)} to upload, and its token lives ${seconds(age.lifeMs)}. Let tokens live longer ("expiresIn" of the endpoint).`,
      { cause },
    )
  }
  const advice =
    code === 'SignatureInvalidError'
      ? 'Check that its secret key belongs to this public key.'
      : 'Check the clock of the server that signs.'
  return new SecureUploadError(
    'ERR_TOKEN_REFUSED',
    `Uploadcare refused (${code}) a token that the endpoint issued ${seconds(age.ageMs)} before for ${seconds(age.lifeMs)}. ${advice}`,
    { cause },
  )
}
