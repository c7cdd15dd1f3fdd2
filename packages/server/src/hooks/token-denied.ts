import type { SecureUploadErrorCode } from '@secure-uploading/core'
import type { TokenDenialReason } from '../answer/denial.js'

export type { TokenDenialReason } from '../answer/denial.js'

/** Told to `onDeny`. */
export interface TokenDenied {
  /** Which of the checks said no. */
  reason: TokenDenialReason
  /** The HTTP status that was answered. */
  status: number
  code: SecureUploadErrorCode
  /** Who was refused, as `authorize` named them; known to the rate limit only. */
  subject?: string
  /** When it is worth to ask again, in whole **seconds**; known to the rate limit only. */
  retryAfter?: number
  /** What `authorize` threw to say no. */
  cause?: unknown
}
