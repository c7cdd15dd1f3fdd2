import type { Clock } from '../clock.js'
import { readClock } from '../expiry/read-clock.js'
import { equalInConstantTime } from '../hmac/equal-in-constant-time.js'
import { importHmacKey } from '../hmac/import-hmac-key.js'
import { assertOptions } from '../options/assert-options.js'
import { isMissing } from '../options/is-missing.js'
import { parseSecrets } from '../secret/parse-secrets.js'
import { SECRET_KEY } from '../secret/secret-kind.js'
import { LAST_UNIX_SECOND } from '../token/last-unix-second.js'
import { refused, type Verdict } from '../verdict.js'
import { explainSignature } from './explain-signature.js'
import { signExpire } from './sign-expire.js'

/** The credential of an upload, as sent to the Upload API. */
export interface WireSignature {
  signature?: string | undefined
  /** Unix **seconds**. */
  expire?: string | undefined
}

/**
 * Verifies a signature the way the Upload API does: the same checks in the same order, with the same codes, statuses and
 * messages. Compares the signature in constant time. A credential of any type gets a verdict.
 *
 * @param secretKeys the project's secret key, or several: any of them verifies
 * @throws {TypeError} if a secret key is invalid, the list is empty, or an option is unknown
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
  credential: WireSignature,
  clock: Clock = {},
): Promise<Verdict> {
  const secrets = parseSecrets(SECRET_KEY, secretKeys)
  assertOptions(clock, ['now'])
  const { now = Date.now } = clock
  const { signature, expire } = Object(credential) as { signature?: unknown; expire?: unknown }

  if (isMissing(signature)) return refused('SignatureRequiredError', 400, "'signature' is required.")
  if (isMissing(expire)) return refused('SignatureExpirationRequiredError', 400, "'expire' is required.")
  if (!isUnixSeconds(expire)) {
    return refused(
      'SignatureExpirationInvalidError',
      400,
      "'expire' must be a UNIX timestamp.",
      explainExpire(expire),
    )
  }
  if (Number(expire) < Math.floor(readClock(now) / 1000)) {
    return refused('SignatureExpirationError', 403, 'Expired signature.')
  }
  if (typeof signature !== 'string') {
    return refused(
      'SignatureInvalidError',
      403,
      'Invalid signature.',
      'It must be a string of 64 hex digits.',
    )
  }

  const keys = await Promise.all(secrets.map(importHmacKey))
  const expected = await Promise.all(keys.map((key) => signExpire(key, expire)))
  // No early exit: the timing must not reveal which key matched.
  const matches = expected.map((candidate) => equalInConstantTime(candidate, signature))
  if (matches.includes(true)) return { valid: true }

  return refused(
    'SignatureInvalidError',
    403,
    'Invalid signature.',
    await explainSignature(secrets, signature, expire),
  )
}

function isUnixSeconds(expire: unknown): expire is string {
  return typeof expire === 'string' && /^\d+$/.test(expire) && Number(expire) <= LAST_UNIX_SECOND
}

function explainExpire(expire: unknown): string | undefined {
  if (typeof expire !== 'string') return '"expire" must be a string of decimal digits.'
  return /^\d{13}$/.test(expire)
    ? '"expire" has 13 digits, so it is in milliseconds. Divide it by 1000, drop the fraction, and sign the result.'
    : undefined
}
