import { createHmacKey, type HmacKey } from '../hmac/create-hmac-key.js'

/** Creates the HS256 key of auth tokens: the raw 32 bytes of SHA-256(secret key). */
export async function createAuthTokenKey(secretKey: string): Promise<HmacKey> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secretKey))
  return createHmacKey(new Uint8Array(digest))
}
