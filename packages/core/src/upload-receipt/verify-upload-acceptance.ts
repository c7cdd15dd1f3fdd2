import { decodeBase64Url } from '../base64url/base64url.js'
import { verifyHmac } from '../hmac/verify-hmac.js'
import { isMissing } from '../options/is-missing.js'
import { parseSecrets } from '../secret/parse-secrets.js'
import { RECEIPT_SECRET } from '../secret/secret-kind.js'
import { deriveHmacKey } from './derive-hmac-key.js'
import { assertAcceptance, encodeAcceptance, type UploadAcceptance } from './upload-acceptance.js'

/** Why an acceptance record is refused. */
export interface UploadAcceptanceRefusal {
  valid: false
  /**
   * - `missing`: the file has no record
   * - `malformed`: the value is not a record
   * - `mismatch`: it is for another file, user or route, or was signed with another secret
   */
  reason: 'missing' | 'malformed' | 'mismatch'
  /** An explanation for logs. Contains neither a secret nor the record. */
  hint: string
}

/** Whether an acceptance record is valid. */
export type UploadAcceptanceVerdict = { valid: true } | UploadAcceptanceRefusal

const HINTS = {
  missing: 'The file has no acceptance record.',
  malformed: 'The acceptance record is malformed.',
  mismatch: 'The acceptance record is for another file, user or route, or was signed with another secret.',
} as const

/**
 * Verifies an acceptance record from {@link generateUploadAcceptance}. A record of any type gets a verdict.
 *
 * @param secrets the secret, or several while one is being rotated: any of them verifies
 * @param expected the file, its user and its route
 * @throws {TypeError} if a secret or a field of `expected` is invalid
 *
 * @example
 * ```ts
 * import { verifyUploadAcceptance } from '@secure-uploading/core'
 *
 * const verdict = await verifyUploadAcceptance('a secret of your backend', 'ua1.…', {
 *   uuid: 'c0d776d4-8c8e-47df-9e92-03b68b99c2ba',
 *   subject: 'user-42',
 *   route: 'avatar',
 * })
 * if (!verdict.valid) console.log(verdict.reason, verdict.hint)
 * ```
 */
export async function verifyUploadAcceptance(
  secrets: string | readonly string[],
  record: string | null | undefined,
  expected: UploadAcceptance,
): Promise<UploadAcceptanceVerdict> {
  const candidates = parseSecrets(RECEIPT_SECRET, secrets)
  assertAcceptance(expected)

  const given: unknown = record
  if (isMissing(given)) return refused('missing')
  const encoded =
    typeof given === 'string' ? /^ua1\.(?<mac>[\w-]{43})$/.exec(given)?.groups?.['mac'] : undefined
  const mac = encoded === undefined ? undefined : decodeBase64Url(encoded)
  if (mac === undefined) return refused('malformed')
  const keys = await Promise.all(candidates.map((secret) => deriveHmacKey(secret, 'upload-acceptance')))
  const cryptoKeys = keys.map(({ cryptoKey }) => cryptoKey)
  return (await verifyHmac(cryptoKeys, mac, encodeAcceptance(expected)))
    ? { valid: true }
    : refused('mismatch')
}

function refused(reason: UploadAcceptanceRefusal['reason']): UploadAcceptanceRefusal {
  return { valid: false, reason, hint: HINTS[reason] }
}
