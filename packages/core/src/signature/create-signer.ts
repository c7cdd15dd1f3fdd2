import type { Clock } from '../clock.js'
import type { SecureToken } from '../token/index.js'
import { expireFromExpiry, type Expiry } from '../expiry/expire-from-expiry.js'
import { readClock } from '../expiry/read-clock.js'
import { importHmacKey } from '../hmac/import-hmac-key.js'
import { assertOptions } from '../options/assert-options.js'
import { assertSecretOf, SECRET_KEY } from '../secret/secret-kind.js'
import { signExpire } from './sign-expire.js'

export interface SignerOptions extends Clock {
  /** The secret key of the Uploadcare project. */
  secretKey: string
}

export interface Signer {
  /**
   * Signs an expiry, as `generateSecureSignature` does. Calls that result in the same `expire` share one token.
   *
   * @throws {TypeError} if the expiry is not a whole number of seconds in the future
   */
  sign(expiry: Expiry): Promise<Readonly<SecureToken>>
}

// An endpoint needs one token per lifetime that it grants, and new ones each second.
const MAX_CACHED_TOKENS = 64

/**
 * Creates a signer for many tokens. A signature covers only its expiry, so tokens that expire in the same second are
 * identical: under load, the signer computes about one HMAC per second and serves the rest from a cache.
 *
 * @throws {TypeError} if the secret key is invalid, or an option is unknown
 *
 * @example
 * ```ts
 * import { createSigner } from '@secure-uploading/core'
 *
 * const signer = createSigner({ secretKey: 'project_secret_key' })
 * const token = await signer.sign({ expiresIn: 1800 })
 * ```
 */
export function createSigner(options: SignerOptions): Signer {
  assertOptions(options, ['secretKey', 'now'])
  const { secretKey, now = Date.now } = options
  assertSecretOf(SECRET_KEY, secretKey)
  let key: CryptoKey | undefined
  const tokens = new Map<number, Promise<Readonly<SecureToken>>>()

  async function signToken(expire: number): Promise<Readonly<SecureToken>> {
    key ??= await importHmacKey(secretKey)
    const secureExpire = String(expire)
    return Object.freeze({ secureSignature: await signExpire(key, secureExpire), secureExpire })
  }

  function tokenFor(expire: number): Promise<Readonly<SecureToken>> {
    const cached = tokens.get(expire)
    if (cached) return cached

    const token = signToken(expire)
    tokens.set(expire, token)
    token.catch(() => tokens.delete(expire))
    const [oldest] = tokens.keys()
    if (tokens.size > MAX_CACHED_TOKENS && oldest !== undefined) tokens.delete(oldest)
    return token
  }

  return {
    // Not async, so that a cached promise is returned without a wrapper.
    sign(expiry) {
      try {
        return tokenFor(expireFromExpiry(expiry, readClock(now)))
      } catch (error) {
        return rejectWith(error)
      }
    },
  }
}

async function rejectWith(reason: unknown): Promise<never> {
  throw reason
}
