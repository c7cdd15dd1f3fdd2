/**
 * Checks that receipts are not signed with what every page knows.
 *
 * @throws {TypeError} naming the option, when a secret is the public key.
 */
export function assertNotPublicKey(option: string, secrets: readonly string[], publicKey: unknown): void {
  if (typeof publicKey !== 'string' || !secrets.some((secret) => secret.trim() === publicKey.trim())) return
  throw new TypeError(`"${option}" is the same as "publicKey": anybody could make receipts with it`)
}
