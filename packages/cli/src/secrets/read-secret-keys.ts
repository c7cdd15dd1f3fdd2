import type { Terminal } from '../terminal/terminal.js'
import { UsageError } from '../usage-error.js'

export interface SecretOptions {
  /** Whether the keys are piped in. */
  secretStdin?: true
}

/** What every command that may need a secret key says of it. */
export const SECRET_STDIN = [
  '--secret-stdin',
  'read the secret key from stdin instead of UPLOADCARE_SECRET_KEY',
] as const

/**
 * Reads the project's secret keys, newest first: from stdin where asked to, else from the environment. They hold neither
 * commas nor white space, which separate them.
 *
 * @returns no key when the environment has none
 * @throws {UsageError} when they are to be piped in, but are not.
 */
export async function findSecretKeys(terminal: Terminal, { secretStdin }: SecretOptions): Promise<string[]> {
  if (!secretStdin) return split(terminal.env['UPLOADCARE_SECRET_KEY'])
  const keys = split(await terminal.readInput())
  if (keys.length === 0) {
    throw new UsageError(
      'There is no secret key on stdin. Pipe it in, as in: pass show uploadcare | secure-uploading … --secret-stdin',
    )
  }
  return keys
}

/**
 * Reads the keys likewise, where there must be one.
 *
 * @throws {UsageError} when there is none.
 */
export async function readSecretKeys(
  terminal: Terminal,
  options: SecretOptions,
): Promise<[string, ...string[]]> {
  const [first, ...others] = await findSecretKeys(terminal, options)
  if (first === undefined) {
    throw new UsageError(
      'There is no secret key. Put it into UPLOADCARE_SECRET_KEY, or pipe it in with --secret-stdin.',
    )
  }
  return [first, ...others]
}

const split = (text = ''): string[] => text.split(/[\s,]+/).filter((key) => key !== '')
