import { UsageError } from '../usage-error.js'

/**
 * Makes sure that no secret key stands on the command line, before anything repeats what does.
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
  'A secret key does not belong on the command line: every user of this machine can read it in the list of ' +
  'processes, and it stays in the shell’s history. Put it into UPLOADCARE_SECRET_KEY, or pipe it in with --secret-stdin.'
