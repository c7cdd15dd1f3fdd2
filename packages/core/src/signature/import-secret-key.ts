import { assertSecretKey } from '../assert-secret-key.js'
import { importHmacKey } from '../hmac/import-hmac-key.js'

/**
 * Imports a project's secret key as an HMAC-SHA256 key.
 *
 * @throws {TypeError} if the secret key is not a string, or is blank
 */
export async function importSecretKey(secretKey: string): Promise<CryptoKey> {
  assertSecretKey(secretKey)
  return importHmacKey(secretKey)
}
