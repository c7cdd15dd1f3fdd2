import type { Clock } from '../clock.js'
import type { SecureToken } from '../token/index.js'
import { expireFromExpiry, type Expiry } from '../expiry/expire-from-expiry.js'
import { readClock } from '../expiry/read-clock.js'
import { importHmacKey } from '../hmac/import-hmac-key.js'
import { assertOptions } from '../options/assert-options.js'
import { assertSecretOf, SECRET_KEY } from '../secret/secret-kind.js'
import { signExpire } from './sign-expire.js'

/**
 * Signs an expiry with a project's secret key, for Uploadcare's secure uploading: the signature is the lowercase hex
 * HMAC-SHA256 of `expire`, a Unix time in seconds.
 *
 * Runs wherever WebCrypto is available. Call it on a backend only: the secret key must never reach a browser.
 * To sign under load, use {@link createSigner}.
 *
 * @throws {TypeError} if the secret key or an option is invalid, or the expiry is not a whole number of seconds in the future
 * @see https://uploadcare.com/docs/security/secure-uploads/
 *
 * @example
 * ```ts
 * import { generateSecureSignature } from '@secure-uploading/core'
 *
 * const { secureSignature, secureExpire } = await generateSecureSignature('project_secret_key', { expiresIn: 1800 })
 * ```
 */
export async function generateSecureSignature(
  secretKey: string,
  expiry: Expiry,
  clock: Clock = {},
): Promise<SecureToken> {
  assertSecretOf(SECRET_KEY, secretKey)
  assertOptions(clock, ['now'])
  const key = await importHmacKey(secretKey)
  const { now = Date.now } = clock
  const secureExpire = String(expireFromExpiry(expiry, readClock(now)))
  return { secureSignature: await signExpire(key, secureExpire), secureExpire }
}
