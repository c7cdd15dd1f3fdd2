/**
 * Derives a key for one purpose from a secret with HKDF. The secret can have another use, for example as the project's
 * secret key: a value that is signed for one purpose is never valid for another.
 */
export async function deriveHmacKey(
  secret: string,
  purpose: 'upload-receipt' | 'upload-acceptance',
): Promise<CryptoKey> {
  const text = new TextEncoder()
  const info = text.encode(`secure-uploading/${purpose}/1`)
  const base = await crypto.subtle.importKey('raw', text.encode(secret), 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    base,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  )
}
