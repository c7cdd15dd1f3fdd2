import { runCommandLine } from '../src/run-command-line.js'
import { runBuiltCommand } from './run-built-command.js'

export interface CliRun {
  code: number | null
  stdout: string
  stderr: string
}

export interface CliOptions {
  /** The complete environment. */
  env?: Record<string, string>
  /**
   * The text on stdin.
   *
   * @default ''
   */
  input?: string
  /** Simulates Ctrl-C when it resolves. */
  interruptWhen?: Promise<unknown>
}

/**
 * Runs the command in this process with a recording terminal. With `TEST_BUILT_COMMAND`, which test-full sets, runs the
 * built command in a separate process.
 */
export async function runCli(words: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  if (process.env['TEST_BUILT_COMMAND']) return runBuiltCommand(words, options)
  const { env = {}, input = '', interruptWhen } = options
  const listeners = new Set<() => void>()
  let stdout = ''
  let stderr = ''
  void interruptWhen?.then(() => {
    for (const listener of listeners) listener()
  })
  const code = await runCommandLine(words, {
    env,
    print: (text) => (stdout += `${text}\n`),
    printError: (text) => (stderr += `${text}\n`),
    readInput: () => Promise.resolve(input),
    hasColors: false,
    screen: undefined,
    onInterrupt(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    quit: (exitCode) => {
      throw new Error(`quit with ${exitCode}`)
    },
  })
  return { code, stdout, stderr }
}
