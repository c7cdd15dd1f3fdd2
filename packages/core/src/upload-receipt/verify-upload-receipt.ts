import { decodeBase64UrlJson } from '../base64url/base64url-json.js'
import { decodeBase64Url } from '../base64url/base64url.js'
import type { Clock } from '../clock.js'
import { readClock } from '../expiry/read-clock.js'
import { verifyHmac } from '../hmac/verify-hmac.js'
import { assertNonEmptyString } from '../options/assert-non-empty-string.js'
import { assertOptions } from '../options/assert-options.js'
import { isMissing } from '../options/is-missing.js'
import { assertNotPublicKey } from '../secret/assert-not-public-key.js'
import { parseSecrets } from '../secret/parse-secrets.js'
import { RECEIPT_SECRET } from '../secret/secret-kind.js'
import { deriveHmacKey } from './derive-hmac-key.js'
import { hashMetadata, isMetadata } from './hash-metadata.js'
import { decodeClaims, type UploadReceiptClaims } from './upload-receipt-claims.js'
import { assertRouteName } from './upload-route.js'

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
   * The metadata of the file. A receipt that is bound to other metadata is refused. `undefined` means that the file has
   * none; leave the option out to skip the check.
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

/** The backend's clock, which issues receipts, can be ahead of Uploadcare's, which dates uploads. */
const CLOCK_LEEWAY_MS = 30_000

/**
 * Verifies the upload receipt in a file's metadata (`uploadReceipt`). Pass the time of the upload as `now`: a webhook can
 * arrive days later. A receipt of any type gets a verdict.
 *
 * A valid receipt proves that your backend issued it to `subject` for this project, and that the uploader had it before
 * it expired. It does not prove that the uploader is `subject`: until the receipt expires, its owner can use it for many
 * files or pass it on, and anyone who knows the file's UUID can read the receipt in the metadata and, with a token of
 * their own, upload in the owner's name.
 *
 * @param secrets the secret, or several while one is being rotated: any of them verifies
 * @throws {TypeError} if a secret is invalid or is the public key, the list is empty, or an option is unknown or invalid
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
  options: VerifyUploadReceiptOptions = {},
): Promise<UploadReceiptVerdict> {
  const candidates = parseSecrets(RECEIPT_SECRET, secrets)
  assertOptions(options, ['publicKey', 'route', 'metadata', 'now'])
  const { publicKey, route, metadata, now = Date.now } = options
  assertNonEmptyString('publicKey', publicKey)
  assertNotPublicKey(RECEIPT_SECRET.option, candidates, publicKey)
  if (route !== undefined) assertRouteName(route)

  const given: unknown = receipt
  if (isMissing(given)) return refused('missing')
  if (typeof given !== 'string') return refused('malformed')
  const [version, payload = '', mac = '', ...more] = given.split('.')
  const signature = decodeBase64Url(mac)
  const claims = decodeClaims(decodeBase64UrlJson(payload))
  if (version !== 'ur1' || signature === undefined || claims === undefined || more.length > 0) {
    return refused('malformed')
  }
  const keys = await Promise.all(candidates.map((secret) => deriveHmacKey(secret, 'upload-receipt')))
  const signed = new TextEncoder().encode(`${version}.${payload}`)
  if (!(await verifyHmac(keys, signature, signed))) return refused('mismatch')

  const uploadedMs = Math.floor(readClock(now) / 1000) * 1000
  if (claims.issuedAt.getTime() > uploadedMs + CLOCK_LEEWAY_MS) return refused('too-early')
  if (claims.expiresAt.getTime() < uploadedMs) return refused('expired')
  if (publicKey !== undefined && claims.publicKey !== publicKey) return refused('other-project')
  if (route !== undefined && claims.route !== route) return refused('other-route')
  if ('metadata' in options && !(await isMetadataSigned(claims, metadata))) {
    return { ...refused('mismatch'), hint: 'The file’s metadata differs from the signed metadata.' }
  }
  return { valid: true, claims }
}

async function isMetadataSigned({ metadataHash }: UploadReceiptClaims, metadata: unknown): Promise<boolean> {
  if (metadataHash === undefined) return true
  return isMetadata(metadata) && (await hashMetadata(metadata)) === metadataHash
}

function refused(reason: UploadReceiptRefusal['reason']): UploadReceiptRefusal {
  return { valid: false, reason, hint: HINTS[reason] }
}
