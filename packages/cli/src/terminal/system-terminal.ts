import { text } from 'node:stream/consumers'
import { connectToNetwork } from '../network/connect-to-network.js'
import { askQuestion } from './ask-question.js'
import { runProgram } from './run-program.js'
import { startProgram } from './start-program.js'
import type { Terminal } from './terminal.js'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Connects to the terminal or pipes of this process. */
export function systemTerminal(): Terminal {
  const { env, stdin, stdout, stderr } = process
  for (const output of [stdout, stderr]) output.on('error', ignoreClosedPipe)
  return {
    env,
    print(lines) {
      stdout.write(`${lines}\n`)
    },
    printError(lines) {
      stderr.write(`${lines}\n`)
    },
    readInput: async () => (stdin.isTTY ? undefined : text(stdin)),
    connect: () => connectToNetwork(env),
    hasColors: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    screen: stderr.isTTY && env['TERM'] !== 'dumb' ? stderr : undefined,
    onInterrupt(listener) {
      for (const signal of SIGNALS) process.on(signal, listener)
      return () => {
        for (const signal of SIGNALS) process.off(signal, listener)
      }
    },
    ask: stdin.isTTY && stderr.isTTY ? askQuestion : undefined,
    run: runProgram,
    start: startProgram,
    quit: (exitCode) => process.exit(exitCode),
  }
}

/** The reader of a pipe may close it early, like `head`: that is not an error. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
