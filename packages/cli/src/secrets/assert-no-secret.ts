import { UsageError } from '../usage-error.js'

/**
 * Rejects options for secrets, before anything echoes the arguments.
 *
 * @throws {UsageError}
 */
export function assertNoSecret(words: readonly string[]): void {
  const end = words.indexOf('--')
  const options = end === -1 ? words : words.slice(0, end)
  if (options.some((word) => /^-[\w-]*secret/i.test(word) && word !== '--secret-stdin')) {
    throw new UsageError(SECRET_ON_COMMAND_LINE)
  }
}

export const SECRET_ON_COMMAND_LINE =
  'Do not put a secret key on the command line: every user of this machine can read it in the process list, and it ' +
  'stays in the shell history. Set UPLOADCARE_SECRET_KEY, or pipe the key in with --secret-stdin.'
