import { assertSecret } from './assert-secret.js'
import type { SecretKind } from './secret-kind.js'

/**
 * Checks the secrets of a verifying function.
 *
 * @param secrets one secret, or a list while one is being rotated
 * @returns a list of at least one secret
 * @throws {TypeError} naming the invalid secret by its index
 */
export function parseSecrets({ option, description }: SecretKind, secrets: unknown): readonly string[] {
  if (!Array.isArray(secrets)) {
    assertSecret(option, secrets, description)
    return [secrets]
  }
  const list = [...(secrets as readonly unknown[])]
  if (list.length === 0) throw new TypeError(`"${option}s" must contain at least one secret.`)
  return list.map((secret, index) => {
    assertSecret(`${option}s[${index}]`, secret, description)
    return secret
  })
}
