import { runCommandLine } from '../src/run-command-line.js'
import { runBuiltCommand } from './run-built-command.js'

export interface CliRun {
  code: number | null
  stdout: string
  stderr: string
}

export interface CliOptions {
  /** All of the environment. */
  env?: Record<string, string>
  /** What is piped in; nothing, unless given. */
  input?: string
  /** Ctrl-C is pressed when this resolves. */
  interruptWhen?: Promise<unknown>
}

/**
 * Runs the command in this process, through a terminal that keeps what is written; with `TEST_BUILT_COMMAND`, as
 * test-full sets it, the built one in a process of its own.
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
    tell: (text) => (stderr += `${text}\n`),
    readInput: () => Promise.resolve(input),
    hasColours: false,
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
