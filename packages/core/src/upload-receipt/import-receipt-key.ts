const PURPOSE = 'secure-uploading/upload-receipt/1'

/**
 * Derives the key of receipts from a secret with HKDF. The secret can have another use, for example as the project's
 * secret key: a receipt is never a valid upload signature or auth token, nor the other way around.
 *
 * @throws {TypeError} if the secret is not a string, or is blank
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

/** @throws {TypeError} if the secret is not a string, or is blank */
function assertReceiptSecret(secret: unknown): asserts secret is string {
  if (typeof secret !== 'string' || secret.trim() === '') {
    throw new TypeError(
      '"secret" is missing or blank. Pass a secret of your backend that signs upload receipts.',
    )
  }
}
