import { assertLifetime, assertNotPublicKey, assertOptions } from '@secure-uploading/core/internal'
import { createSecretResolver, type SecretResolver, type Secrets } from '../options/secrets.js'

/** How upload receipts are issued and verified. The token handler and the webhook handler take the same options. */
export interface Receipts<Args extends unknown[]> {
  /**
   * The secret that receipts are signed with, known to your backend only. The project's secret key is fine. With several,
   * the first signs and each of them verifies.
   */
  secret: Secrets<Args>
  /**
   * How long a receipt is valid after it was issued, in whole **seconds**, but never shorter than the token. Anyone who
   * knows the UUID of a file can read and reuse its receipt, so choose a short time where files are small.
   *
   * @default the token's lifetime plus 86400 (24 hours), because a large upload may take that long
   */
  expiresIn?: number | undefined
}

/** Receipt options, checked. */
export interface ReceiptSettings<Args extends unknown[]> {
  secretsFor: SecretResolver<Args>
  expiresIn: number | undefined
}

/**
 * Checks receipt options.
 *
 * @param publicKey the public key of the project, if it is known: no secret may be the same
 * @throws {TypeError} naming the option.
 */
export function parseReceipts<Args extends unknown[]>(
  receipts: Receipts<Args>,
  publicKey?: unknown,
): ReceiptSettings<Args> {
  assertOptions(receipts, ['secret', 'expiresIn'], 'receipts')
  const { secret, expiresIn } = receipts
  if (expiresIn !== undefined) assertLifetime('receipts.expiresIn', expiresIn)
  const secretsFor = createSecretResolver('receipts.secret', secret)
  // The result of a function is checked when a receipt is made of it.
  if (typeof secret === 'string' || Array.isArray(secret)) {
    assertNotPublicKey('receipts.secret', [secret].flat(), publicKey)
  }
  return { secretsFor, expiresIn }
}
