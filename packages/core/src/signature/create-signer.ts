import type { Clock } from '../clock.js'
import type { SecureToken } from '../token/index.js'
import { expireFromExpiry, type Expiry } from '../expiry/expire-from-expiry.js'
import { readClock } from '../expiry/read-clock.js'
import { assertSecretKey } from '../assert-secret-key.js'
import { importSecretKey } from './import-secret-key.js'
import { signExpire } from './sign-expire.js'

export interface SignerOptions extends Clock {
  /** The secret key of the Uploadcare project. */
  secretKey: string
}

export interface Signer {
  /**
   * Signs an expiry, as `generateSecureSignature` does. All calls that ask for the same `expire` share one token.
   *
   * @throws {TypeError} when the expiry is not positive whole seconds in the future.
   */
  sign(expiry: Expiry): Promise<Readonly<SecureToken>>
}

// An endpoint needs one for each lifetime it grants, and a new one every second.
const REMEMBERED_TOKENS = 64

/**
 * Keeps a secret key ready to sign many tokens. A token covers nothing but its expiry, so all that end in the same
 * second are the same: under load a token costs a look-up, and an HMAC is computed about once a second.
 *
 * @throws {TypeError} when the secret key is blank.
 *
 * @example
 * ```ts
 * import { createSigner } from '@secure-uploading/core'
 *
 * const signer = createSigner({ secretKey: 'project_secret_key' })
 * const token = await signer.sign({ expiresIn: 1800 })
 * ```
 */
export function createSigner({ secretKey, now = Date.now }: SignerOptions): Signer {
  assertSecretKey(secretKey)
  let key: CryptoKey | undefined
  const tokens = new Map<number, Promise<Readonly<SecureToken>>>()

  async function makeToken(expire: number): Promise<Readonly<SecureToken>> {
    key ??= await importSecretKey(secretKey)
    const secureExpire = String(expire)
    return Object.freeze({ secureSignature: await signExpire(key, secureExpire), secureExpire })
  }

  function tokenThatEndsAt(expire: number): Promise<Readonly<SecureToken>> {
    const remembered = tokens.get(expire)
    if (remembered) return remembered

    const token = makeToken(expire)
    tokens.set(expire, token)
    token.catch(() => tokens.delete(expire))
    const [oldest] = tokens.keys()
    if (tokens.size > REMEMBERED_TOKENS && oldest !== undefined) tokens.delete(oldest)
    return token
  }

  return {
    // Not async: that would put another promise around the one that is there.
    sign(expiry) {
      try {
        return tokenThatEndsAt(expireFromExpiry(expiry, readClock(now)))
      } catch (error) {
        return rejectWith(error)
      }
    },
  }
}

async function rejectWith(reason: unknown): Promise<never> {
  throw reason
}
