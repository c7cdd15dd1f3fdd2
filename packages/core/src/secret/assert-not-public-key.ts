/**
 * Checks that no secret is the public key, which every page contains.
 *
 * @throws {TypeError} naming the option
 */
export function assertNotPublicKey(option: string, secrets: readonly string[], publicKey: unknown): void {
  if (typeof publicKey !== 'string' || !secrets.some((secret) => secret.trim() === publicKey.trim())) return
  throw new TypeError(
    `"${option}" is the same as "publicKey", which is public: anyone could forge receipts. Use a secret.`,
  )
}
