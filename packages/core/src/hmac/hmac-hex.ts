/** @returns the HMAC-SHA256 of the bytes, in lowercase hex */
export async function hmacHex(key: CryptoKey, bytes: BufferSource): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', key, bytes)
  return Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
