import { CommanderError } from 'commander'
import { createProgram } from './create-program.js'
import { EXIT_CODE, type ExitCode } from './exit-code.js'
import { assertNoSecret } from './secrets/assert-no-secret.js'
import type { Terminal } from './terminal/terminal.js'
import { UsageError } from './usage-error.js'
import { printable } from './wording/printable.js'

/** Runs one command, and resolves to what the shell is to hear. It never rejects. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT_CODE.fine
  try {
    assertNoSecret(words)
    const program = createProgram(terminal, (code) => {
      exitCode = code
    })
    await program.parseAsync(words, { from: 'user' })
    return exitCode
  } catch (error) {
    // Help and the version end in an "error" of 0, and commander has told of the others already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODE.fine : EXIT_CODE.usage
    terminal.tell(`error: ${printable(error instanceof Error ? error.message : String(error))}`)
    return error instanceof UsageError ? EXIT_CODE.usage : EXIT_CODE.failed
  }
}
