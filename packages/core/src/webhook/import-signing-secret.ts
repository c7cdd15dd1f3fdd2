import { importHmacKey } from '../hmac/import-hmac-key.js'

/**
 * Imports a webhook's signing secret as an HMAC-SHA256 key.
 *
 * @throws {TypeError} if the secret is not a string, or is blank
 */
export async function importSigningSecret(signingSecret: string): Promise<CryptoKey> {
  assertSigningSecret(signingSecret)
  return importHmacKey(signingSecret)
}

/** @throws {TypeError} if the signing secret is not a string, or is blank */
function assertSigningSecret(signingSecret: unknown): asserts signingSecret is string {
  if (typeof signingSecret !== 'string' || signingSecret.trim() === '') {
    throw new TypeError(
      '"signingSecret" is missing or blank. Pass the signing secret from the webhook’s settings.',
    )
  }
}
