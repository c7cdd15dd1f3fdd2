import { CommanderError } from 'commander'
import { createProgram } from './create-program.js'
import { EXIT_CODE, type ExitCode } from './exit-code.js'
import { assertNoSecret } from './secrets/assert-no-secret.js'
import type { Terminal } from './terminal/terminal.js'
import { UsageError } from './usage-error.js'
import { printable } from './wording/printable.js'

/** Runs a command. Never rejects.
 *
 * @returns the exit code
 */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT_CODE.success
  try {
    assertNoSecret(words)
    const program = createProgram(terminal, (code) => {
      exitCode = code
    })
    await program.parseAsync(words, { from: 'user' })
    return exitCode
  } catch (error) {
    // Commander throws for --help and --version, with code 0. It has already printed the others.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODE.success : EXIT_CODE.usage
    terminal.printError(`error: ${printable(error instanceof Error ? error.message : String(error))}`)
    return error instanceof UsageError ? EXIT_CODE.usage : EXIT_CODE.failed
  }
}
