import { DIRECT_NETWORK } from '../src/network/network.js'
import { runCommandLine } from '../src/run-command-line.js'
import type { CliOptions, CliRun } from './cli-run.js'
import { runBuiltCommand } from './run-built-command.js'

/**
 * Runs the command in this process with a recording terminal. With `TEST_BUILT_COMMAND`, which test-full sets, runs the
 * built command in a separate process.
 */
export async function runCli(words: readonly string[], options: CliOptions = {}): Promise<CliRun> {
  if (process.env['TEST_BUILT_COMMAND'] && !options.ask && !options.run && !options.start)
    return runBuiltCommand(words, options)
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
    connect: () => Promise.resolve(DIRECT_NETWORK),
    hasColors: false,
    screen: undefined,
    onInterrupt(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ask: options.ask,
    run: options.run ?? (() => Promise.reject(new Error('The test runs no programs'))),
    start:
      options.start ??
      (() => {
        throw new Error('The test starts no programs')
      }),
    quit: (exitCode) => {
      throw new Error(`quit with ${exitCode}`)
    },
  })
  return { code, stdout, stderr }
}
