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
  const source = publicKeySource(given)
  if (secretKeys.includes(publicKey)) {
    throw new UsageError(
      `${source} is the same as the secret key, so every upload would expose the secret. Check both keys.`,
    )
  }
  if (!/^[\w-]+$/.test(publicKey))
    throw new UsageError(`${source} is not a public key: only letters, digits, "-" and "_" are allowed.`)
  return publicKey
}

/** Names the place that the public key comes from, for messages. */
export const publicKeySource = (given: string | undefined): string =>
  given === undefined ? 'UPLOADCARE_PUBLIC_KEY' : '--public-key'
