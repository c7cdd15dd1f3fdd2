import { decodeBase64UrlJson } from '../base64url/base64url-json.js'
import { decodeBase64Url } from '../base64url/base64url.js'
import type { Clock } from '../clock.js'
import { readClock } from '../expiry/read-clock.js'
import { assertNotPublicKey } from './assert-not-public-key.js'
import { importReceiptKey } from './import-receipt-key.js'
import { readClaims, type UploadReceiptClaims } from './upload-receipt-claims.js'

export interface VerifyUploadReceiptOptions extends Clock {
  /** The public key of the file's project. A receipt for another project is refused. */
  publicKey?: string
}

/** Why a receipt is refused. */
export interface UploadReceiptRefusal {
  valid: false
  /**
   * `missing`: there is none; `malformed`: it is no receipt; `mismatch`: nobody with one of the secrets made it;
   * `expired`: it had ended; `other-project`: it is for another project.
   */
  reason: 'missing' | 'malformed' | 'mismatch' | 'expired' | 'other-project'
  /** What that means, in our words. It holds neither a secret nor the receipt. */
  hint: string
}

/** Whether a receipt is right, and what it says. */
export type UploadReceiptVerdict = { valid: true; claims: UploadReceiptClaims } | UploadReceiptRefusal

/**
 * Checks the upload receipt that came in a file's metadata, under `uploadReceipt`. Give the time when the file was
 * uploaded as `now`: a webhook may arrive days later. While a secret is replaced, give the new one and the old one.
 *
 * It proves that your backend gave this receipt to `subject`, for this project, and that whoever uploaded the file had
 * it before it ended. It does not prove who that was: until it ends, its owner can use it for many files or pass it on,
 * and anybody who knows the file's UUID can read it in the file's metadata and, with a token of their own, upload under
 * the owner's name.
 *
 * @throws {TypeError} when a secret is blank or the public key, or there is none.
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
  if (candidates.length === 0) throw new TypeError('"secrets" must hold at least one secret')
  const keys = await Promise.all(candidates.map(importReceiptKey))
  assertNotPublicKey('secret', candidates, publicKey)

  if (!receipt) return refused('missing', 'The file has no upload receipt.')
  const [version, payload = '', mac = '', ...more] = receipt.split('.')
  const signature = decodeBase64Url(mac)
  const claims = readClaims(decodeBase64UrlJson(payload))
  if (version !== 'ur1' || signature === undefined || claims === undefined || more.length > 0) {
    return refused('malformed', 'What the file has for an upload receipt is none.')
  }
  const signed = new TextEncoder().encode(`${version}.${payload}`)
  const matches = await Promise.all(keys.map((key) => crypto.subtle.verify('HMAC', key, signature, signed)))
  if (!matches.includes(true)) {
    return refused('mismatch', 'The upload receipt was changed, or made with another secret.')
  }
  if (claims.expiresAt.getTime() < Math.floor(readClock(now) / 1000) * 1000) {
    return refused('expired', 'The upload receipt had ended when the file was uploaded.')
  }
  if (publicKey !== undefined && claims.publicKey !== publicKey) {
    return refused('other-project', 'The upload receipt is for another project.')
  }
  return { valid: true, claims }
}

function refused(reason: UploadReceiptRefusal['reason'], hint: string): UploadReceiptRefusal {
  return { valid: false, reason, hint }
}
