import { assertSecret } from '@secure-uploading/core/internal'
import type { Terminal } from '../terminal/terminal.js'
import { asUsage, UsageError } from '../usage-error.js'

export interface SecretOptions {
  /** Whether to read the keys from stdin. */
  secretStdin?: true
}

/** The option of every command that uses a secret key. */
export const SECRET_STDIN = [
  '--secret-stdin',
  'read the secret key from stdin instead of UPLOADCARE_SECRET_KEY',
] as const

/** Names the place that the secret keys come from, for messages. */
export const secretSource = ({ secretStdin }: SecretOptions): 'stdin' | 'UPLOADCARE_SECRET_KEY' =>
  secretStdin ? 'stdin' : 'UPLOADCARE_SECRET_KEY'

/**
 * Reads the project's secret keys, newest first, from stdin or the environment. Commas and whitespace separate keys.
 *
 * @returns an empty list if the environment has no key
 * @throws {UsageError} if stdin is requested but empty, or a key is malformed
 */
export async function findSecretKeys(terminal: Terminal, options: SecretOptions): Promise<string[]> {
  const source = secretSource(options)
  const text = options.secretStdin ? await terminal.readInput() : terminal.env[source]
  const keys = (text ?? '').split(/[\s,]+/).filter((key) => key !== '')
  if (options.secretStdin && keys.length === 0) {
    throw new UsageError(
      'No secret key on stdin. Pipe it in, for example: pass show uploadcare | secure-uploading … --secret-stdin',
    )
  }
  for (const key of keys) {
    await asUsage(async () => {
      assertSecret(source, key, 'the secret key of your Uploadcare project')
    })
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
