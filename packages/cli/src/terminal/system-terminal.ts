import { text } from 'node:stream/consumers'
import type { Terminal } from './terminal.js'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** The terminal, or the pipes, that this process was started in. */
export function systemTerminal(): Terminal {
  const { env, stdin, stdout, stderr } = process
  for (const output of [stdout, stderr]) output.on('error', passOverClosedPipe)
  return {
    env,
    print(lines) {
      stdout.write(`${lines}\n`)
    },
    tell(lines) {
      stderr.write(`${lines}\n`)
    },
    readInput: async () => (stdin.isTTY ? undefined : text(stdin)),
    hasColours: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    screen: stderr.isTTY && env['TERM'] !== 'dumb' ? stderr : undefined,
    onInterrupt(listener) {
      for (const signal of SIGNALS) process.on(signal, listener)
      return () => {
        for (const signal of SIGNALS) process.off(signal, listener)
      }
    },
    quit: (exitCode) => process.exit(exitCode),
  }
}

/** Who reads a pipe may go away, as "head" does: that is no mistake, and changes nothing of the outcome. */
function passOverClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
