import type { Terminal } from '../terminal/terminal.js'
import { UsageError } from '../usage-error.js'

export interface SecretOptions {
  /** Whether to read the keys from stdin. */
  secretStdin?: true
}

/** The option of every command that uses a secret key. */
export const SECRET_STDIN = [
  '--secret-stdin',
  'read the secret key from stdin instead of UPLOADCARE_SECRET_KEY',
] as const

/**
 * Reads the project's secret keys, newest first, from stdin or the environment. Commas and whitespace separate keys.
 *
 * @returns an empty list if the environment has no key
 * @throws {UsageError} if stdin is requested but empty
 */
export async function findSecretKeys(terminal: Terminal, { secretStdin }: SecretOptions): Promise<string[]> {
  if (!secretStdin) return split(terminal.env['UPLOADCARE_SECRET_KEY'])
  const keys = split(await terminal.readInput())
  if (keys.length === 0) {
    throw new UsageError(
      'No secret key on stdin. Pipe it in, for example: pass show uploadcare | secure-uploading … --secret-stdin',
    )
  }
  return keys
}

/**
 * Reads the project's secret keys like {@link findSecretKeys}.
 *
 * @throws {UsageError} if there is no key
 */
export async function readSecretKeys(
  terminal: Terminal,
  options: SecretOptions,
): Promise<[string, ...string[]]> {
  const [first, ...others] = await findSecretKeys(terminal, options)
  if (first === undefined) {
    throw new UsageError(
      'No secret key found. Set UPLOADCARE_SECRET_KEY, or pipe the key in with --secret-stdin.',
    )
  }
  return [first, ...others]
}

const split = (text = ''): string[] => text.split(/[\s,]+/).filter((key) => key !== '')
