import { createNativeHmac } from './native-hmac.js'

/** A key for HMAC-SHA256, of which the bytes cannot be read. */
export interface HmacKey {
  sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>
  /** Verifies in a time that does not depend on how much of the MAC is right. */
  verify: (mac: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>
}

/** Creates a key that signs and verifies as cheaply as the runtime can. */
export async function createHmacKey(bytes: Uint8Array<ArrayBuffer>): Promise<HmacKey> {
  const native = createNativeHmac(bytes)
  if (native) {
    return {
      sign: (message) => Promise.resolve(native.sign(message)),
      verify: (mac, message) => Promise.resolve(native.verify(mac, message)),
    }
  }
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign', 'verify'])
  return {
    sign: async (message) => new Uint8Array(await crypto.subtle.sign('HMAC', key, message)),
    verify: (mac, message) => crypto.subtle.verify('HMAC', key, mac, message),
  }
}
