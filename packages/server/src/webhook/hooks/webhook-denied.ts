import type { SecureUploadErrorCode } from '@secure-uploading/core'
import type { WebhookDenialReason } from '../webhook-denial.js'

export type { WebhookDenialReason } from '../webhook-denial.js'

/** Told to `onDeny` of a webhook handler. */
export interface WebhookDenied {
  /** Which of the checks said no. */
  reason: WebhookDenialReason
  /** The HTTP status that was answered. */
  status: number
  code: SecureUploadErrorCode
  /** What may be wrong with the signature, in words. It holds neither a secret nor a signature. */
  hint?: string
}
