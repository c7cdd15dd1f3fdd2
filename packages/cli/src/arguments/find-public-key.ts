import type { Terminal } from '../terminal/terminal.js'
import { UsageError } from '../usage-error.js'

/**
 * Reads the project's public key from the option, or from `UPLOADCARE_PUBLIC_KEY`.
 *
 * @throws {UsageError} if it is malformed, or is the secret key
 */
export function findPublicKey(
  terminal: Terminal,
  given: string | undefined,
  secretKeys: readonly string[],
): string | undefined {
  const publicKey = (given ?? terminal.env['UPLOADCARE_PUBLIC_KEY'])?.trim()
  if (!publicKey) return undefined
  if (secretKeys.includes(publicKey)) {
    throw new UsageError(
      'The public key and the secret key are the same, so every upload would expose the secret. Check both keys.',
    )
  }
  if (!/^[\w-]+$/.test(publicKey))
    throw new UsageError('The public key is malformed: only letters, digits, "-" and "_" are allowed.')
  return publicKey
}
