import { createHmacKey, type HmacKey } from '../hmac/create-hmac-key.js'

type Purpose = 'upload-receipt' | 'upload-acceptance'

// More secrets than an app rotates, and few enough that secrets per tenant use little memory.
const MOST_KEYS = 32
const keys = new Map<string, HmacKey>()

/**
 * Derives a key for one purpose from a secret with HKDF. The secret can have another use, for example as the project's
 * secret key: a value that is signed for one purpose is never valid for another. The last keys are kept, because a completion
 * derives the same two for each of its files.
 */
export async function deriveHmacKey(secret: string, purpose: Purpose): Promise<HmacKey> {
  const name = `${purpose}/${secret}`
  const kept = keys.get(name)
  if (kept) return kept
  const key = await derive(secret, purpose)
  // The key and not its promise: Workers end a promise with the request that began it.
  keys.set(name, key)
  const [oldest] = keys.keys()
  if (keys.size > MOST_KEYS && oldest !== undefined) keys.delete(oldest)
  return key
}

async function derive(secret: string, purpose: Purpose): Promise<HmacKey> {
  const text = new TextEncoder()
  const info = text.encode(`secure-uploading/${purpose}/1`)
  const base = await crypto.subtle.importKey('raw', text.encode(secret), 'HKDF', false, ['deriveBits'])
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
  return createHmacKey(new Uint8Array(await crypto.subtle.deriveBits(parameters, base, 256)))
}
