/** Signs the decimal string of `expire`: lowercase hex HMAC-SHA256. */
export async function signExpire(key: CryptoKey, expire: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(expire))
  return Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
