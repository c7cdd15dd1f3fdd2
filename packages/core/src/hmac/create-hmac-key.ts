import { createNativeHmac } from './native-hmac.js'

/** A key for HMAC-SHA256, of which the bytes cannot be read. */
export interface HmacKey {
  sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>
  /** Verifies with WebCrypto, which compares in constant time. */
  cryptoKey: CryptoKey
}

/** Creates a key that signs as cheaply as the runtime can. */
export async function createHmacKey(bytes: Uint8Array<ArrayBuffer>): Promise<HmacKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const cryptoKey = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign', 'verify'])
  const signNatively = createNativeHmac(bytes)
  return {
    cryptoKey,
    async sign(message) {
      return signNatively
        ? signNatively(message)
        : new Uint8Array(await crypto.subtle.sign('HMAC', cryptoKey, message))
    },
  }
}
