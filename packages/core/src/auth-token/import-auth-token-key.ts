/** Imports the HS256 key of auth tokens: the raw 32 bytes of SHA-256(secret key). */
export async function importAuthTokenKey(secretKey: string): Promise<CryptoKey> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secretKey))
  return crypto.subtle.importKey('raw', digest, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
}
