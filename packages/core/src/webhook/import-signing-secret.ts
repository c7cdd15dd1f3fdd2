import { importHmacKey } from '../hmac/import-hmac-key.js'

/**
 * Makes the HMAC-SHA256 key of a webhook's signing secret: its UTF-8 bytes.
 *
 * @throws {TypeError} when the secret is not a string, or blank.
 */
export async function importSigningSecret(signingSecret: string): Promise<CryptoKey> {
  assertSigningSecret(signingSecret)
  return importHmacKey(signingSecret)
}

/** @throws {TypeError} when the signing secret is not a string, or blank. */
function assertSigningSecret(signingSecret: unknown): asserts signingSecret is string {
  if (typeof signingSecret !== 'string' || signingSecret.trim() === '') {
    throw new TypeError(
      '"signingSecret" must be the signing secret of the webhook, as its settings have it: it is missing or blank',
    )
  }
}
