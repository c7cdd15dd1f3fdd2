import { assertSecretKey } from '../assert-secret-key.js'
import { importHmacKey } from '../hmac/import-hmac-key.js'

/**
 * Makes the HMAC-SHA256 key of a project's secret key: its UTF-8 bytes.
 *
 * @throws {TypeError} when the secret key is not a string, or blank.
 */
export async function importSecretKey(secretKey: string): Promise<CryptoKey> {
  assertSecretKey(secretKey)
  return importHmacKey(secretKey)
}
