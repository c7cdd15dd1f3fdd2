import { hmacHex } from '../hmac/hmac-hex.js'

/** @returns the signature of the decimal string of `expire`: lowercase hex HMAC-SHA256 */
export async function signExpire(key: CryptoKey, expire: string): Promise<string> {
  return hmacHex(key, new TextEncoder().encode(expire))
}
