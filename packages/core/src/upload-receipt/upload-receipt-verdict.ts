import type { Clock } from '../clock.js'
import type { UploadReceiptClaims } from './upload-receipt-claims.js'

export interface VerifyUploadReceiptOptions extends Clock {
  /**
   * The public key of the file's project. A receipt for another project is refused.
   *
   * @default any project
   */
  publicKey?: string | undefined
  /**
   * The upload route of the file. A receipt for another route, or without a route, is refused.
   *
   * @default any route
   */
  route?: string | undefined
  /**
   * The metadata of the file. A receipt that is bound to other metadata is refused; all kinds of line breaks are the same.
   * `undefined` means that the file has none; leave the option out to skip the check.
   *
   * @default any metadata
   */
  metadata?: unknown
}

/** Why a receipt is refused. */
export interface UploadReceiptRefusal {
  valid: false
  /**
   * - `missing`: the file has no receipt
   * - `malformed`: the value is not a receipt
   * - `mismatch`: it was not signed with any of the secrets, or for other metadata
   * - `too-early`: it was issued after the upload
   * - `expired`: it had expired before the upload ended
   * - `other-project`: it is for another project
   * - `other-route`: it is for another upload route, or for none
   */
  reason: 'missing' | 'malformed' | 'mismatch' | 'too-early' | 'expired' | 'other-project' | 'other-route'
  /** An explanation for logs. Contains neither a secret nor the receipt. */
  hint: string
}

/** Whether a receipt is valid, and its claims. */
export type UploadReceiptVerdict = { valid: true; claims: UploadReceiptClaims } | UploadReceiptRefusal

const HINTS = {
  missing: 'The file has no upload receipt.',
  malformed: 'The upload receipt is malformed.',
  mismatch: 'The upload receipt was modified, or signed with another secret.',
  'too-early': 'The upload ended before the upload receipt was issued.',
  expired: 'The upload receipt had expired when the file was uploaded.',
  'other-project': 'The upload receipt is for another project.',
  'other-route': 'The upload receipt is for another upload route, or for none.',
} as const

export function refuseReceipt(reason: UploadReceiptRefusal['reason']): UploadReceiptRefusal {
  return { valid: false, reason, hint: HINTS[reason] }
}
