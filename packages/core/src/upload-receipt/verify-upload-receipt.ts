import { decodeBase64UrlJson } from '../base64url/base64url-json.js'
import { decodeBase64Url } from '../base64url/base64url.js'
import type { Clock } from '../clock.js'
import { readClock } from '../expiry/read-clock.js'
import { assertNotPublicKey } from './assert-not-public-key.js'
import { importReceiptKey } from './import-receipt-key.js'
import { decodeClaims, type UploadReceiptClaims } from './upload-receipt-claims.js'

export interface VerifyUploadReceiptOptions extends Clock {
  /**
   * The public key of the file's project. A receipt for another project is refused.
   *
   * @default any project
   */
  publicKey?: string
}

/** Why a receipt is refused. */
export interface UploadReceiptRefusal {
  valid: false
  /**
   * - `missing`: the file has no receipt
   * - `malformed`: the value is not a receipt
   * - `mismatch`: it was not signed with any of the secrets
   * - `expired`: it had expired
   * - `other-project`: it is for another project
   */
  reason: 'missing' | 'malformed' | 'mismatch' | 'expired' | 'other-project'
  /** An explanation for logs. Contains neither a secret nor the receipt. */
  hint: string
}

/** Whether a receipt is valid, and its claims. */
export type UploadReceiptVerdict = { valid: true; claims: UploadReceiptClaims } | UploadReceiptRefusal

/**
 * Verifies the upload receipt in a file's metadata (`uploadReceipt`). Pass the time of the upload as `now`: a webhook can
 * arrive days later.
 *
 * A valid receipt proves that your backend issued it to `subject` for this project, and that the uploader had it before
 * it expired. It does not prove that the uploader is `subject`: until the receipt expires, its owner can use it for many
 * files or pass it on, and anyone who knows the file's UUID can read the receipt in the metadata and, with a token of
 * their own, upload in the owner's name.
 *
 * @param secrets the secret, or several while one is being rotated: any of them verifies
 * @throws {TypeError} if a secret is blank or is the public key, or the list is empty
 *
 * @example
 * ```ts
 * import { verifyUploadReceipt } from '@secure-uploading/core'
 *
 * const verdict = await verifyUploadReceipt('a secret of your backend', 'ur1.…', {
 *   now: () => Date.parse('2026-11-23T12:00:00.000Z'),
 * })
 * console.log(verdict.valid ? verdict.claims.subject : verdict.hint)
 * ```
 */
export async function verifyUploadReceipt(
  secrets: string | readonly string[],
  receipt: string | null | undefined,
  { publicKey, now = Date.now }: VerifyUploadReceiptOptions = {},
): Promise<UploadReceiptVerdict> {
  const candidates = typeof secrets === 'string' ? [secrets] : secrets
  if (candidates.length === 0) throw new TypeError('"secrets" must contain at least one secret.')
  const keys = await Promise.all(candidates.map(importReceiptKey))
  assertNotPublicKey('secret', candidates, publicKey)

  if (!receipt) return refused('missing', 'The file has no upload receipt.')
  const [version, payload = '', mac = '', ...more] = receipt.split('.')
  const signature = decodeBase64Url(mac)
  const claims = decodeClaims(decodeBase64UrlJson(payload))
  if (version !== 'ur1' || signature === undefined || claims === undefined || more.length > 0) {
    return refused('malformed', 'The upload receipt is malformed.')
  }
  const signed = new TextEncoder().encode(`${version}.${payload}`)
  const matches = await Promise.all(keys.map((key) => crypto.subtle.verify('HMAC', key, signature, signed)))
  if (!matches.includes(true)) {
    return refused('mismatch', 'The upload receipt was modified, or signed with another secret.')
  }
  if (claims.expiresAt.getTime() < Math.floor(readClock(now) / 1000) * 1000) {
    return refused('expired', 'The upload receipt had expired when the file was uploaded.')
  }
  if (publicKey !== undefined && claims.publicKey !== publicKey) {
    return refused('other-project', 'The upload receipt is for another project.')
  }
  return { valid: true, claims }
}

function refused(reason: UploadReceiptRefusal['reason'], hint: string): UploadReceiptRefusal {
  return { valid: false, reason, hint }
}
