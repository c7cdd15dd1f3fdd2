import type { Terminal } from '../terminal/terminal.js'
import { UsageError } from '../usage-error.js'

/**
 * Reads the project's public key: the one given, else the environment's.
 *
 * @throws {UsageError} when it cannot be one, or is the secret key.
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
      'The public key and the secret key are the same: every upload would tell the secret.',
    )
  }
  if (!/^[\w-]+$/.test(publicKey)) throw new UsageError('A public key has letters, digits, "-" and "_" only.')
  return publicKey
}
