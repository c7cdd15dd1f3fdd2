const PURPOSE = 'secure-uploading/upload-receipt/1'

/**
 * Derives the key of receipts from a secret with HKDF. So the secret may be one that has another use, the project's
 * secret key included: nothing that is signed with the one can pass for something that is signed with the other.
 *
 * @throws {TypeError} when the secret is not a string, or blank.
 */
export async function importReceiptKey(secret: string): Promise<CryptoKey> {
  assertReceiptSecret(secret)
  const text = new TextEncoder()
  const base = await crypto.subtle.importKey('raw', text.encode(secret), 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: text.encode(PURPOSE) },
    base,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  )
}

/** @throws {TypeError} when the secret is not a string, or blank. */
function assertReceiptSecret(secret: unknown): asserts secret is string {
  if (typeof secret !== 'string' || secret.trim() === '') {
    throw new TypeError(
      '"secret" must be a secret of your backend to sign upload receipts with: it is missing or blank',
    )
  }
}
