import type { Clock } from '../clock.js'
import { readClock } from '../expiry/read-clock.js'
import { equalInConstantTime } from '../hmac/equal-in-constant-time.js'
import { explainSignature } from './explain-signature.js'
import { importSecretKey } from './import-secret-key.js'
import { LAST_UNIX_SECOND } from '../token/last-unix-second.js'
import { signExpire } from './sign-expire.js'
import { refused, type Verdict } from '../verdict.js'

/** The credential of an upload, as sent to the Upload API. */
export interface WireSignature {
  signature?: string | undefined
  /** Unix **seconds**. */
  expire?: string | undefined
}

/**
 * Verifies a signature the way the Upload API does: the same checks in the same order, with the same codes, statuses and
 * messages. Compares the signature in constant time.
 *
 * @param secretKeys the project's secret key, or several: any of them verifies
 * @throws {TypeError} if a secret key is blank, or the list is empty
 *
 * @example
 * ```ts
 * import { verifySecureSignature } from '@secure-uploading/core'
 *
 * const verdict = await verifySecureSignature('project_secret_key', { signature: '46f7…', expire: '1454903856' })
 * if (!verdict.valid) console.log(verdict.status, verdict.message, verdict.hint)
 * ```
 */
export async function verifySecureSignature(
  secretKeys: string | readonly string[],
  { signature, expire }: WireSignature,
  { now = Date.now }: Clock = {},
): Promise<Verdict> {
  const candidates = typeof secretKeys === 'string' ? [secretKeys] : secretKeys
  if (candidates.length === 0) throw new TypeError('"secretKeys" must contain at least one secret key.')
  const keys = await Promise.all(candidates.map(importSecretKey))

  if (!signature) return refused('SignatureRequiredError', 400, "'signature' is required.")
  if (!expire) return refused('SignatureExpirationRequiredError', 400, "'expire' is required.")
  if (!/^\d+$/.test(expire) || Number(expire) > LAST_UNIX_SECOND) {
    const hint = /^\d{13}$/.test(expire)
      ? '"expire" has 13 digits, so it is in milliseconds. Divide it by 1000, drop the fraction, and sign the result.'
      : undefined
    return refused('SignatureExpirationInvalidError', 400, "'expire' must be a UNIX timestamp.", hint)
  }
  if (Number(expire) < Math.floor(readClock(now) / 1000)) {
    return refused('SignatureExpirationError', 403, 'Expired signature.')
  }

  const expected = await Promise.all(keys.map((key) => signExpire(key, expire)))
  // No early exit: the timing must not reveal which key matched.
  const matches = expected.map((candidate) => equalInConstantTime(candidate, signature))
  if (matches.includes(true)) return { valid: true }

  return refused(
    'SignatureInvalidError',
    403,
    'Invalid signature.',
    await explainSignature(candidates, signature, expire),
  )
}
