import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import type { EmulatorServer } from './start-emulator.js'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs a command, and closes the emulator when the command has ended. A signal ends both.
 *
 * @param env variables to add to its environment
 * @returns the exit code of the command; 128 plus the number of the signal that ended it, as in shells
 * @throws {Error} when the command cannot be started; the emulator is closed then, too
 */
export async function runBeside(
  server: EmulatorServer,
  command: readonly string[],
  env: Record<string, string>,
): Promise<number> {
  const child = startProgram(command, env)
  const stopForwarding = forwardSignals(child)
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
    return code ?? 128 + (signal === null ? 0 : constants.signals[signal])
  } catch (error) {
    throw new Error(`Cannot start "${command.join(' ')}": ${String(error)}`, { cause: error })
  } finally {
    stopForwarding()
    await server.close()
  }
}

function startProgram(
  [program = '', ...words]: readonly string[],
  env: Record<string, string>,
): ChildProcess {
  const options = { stdio: 'inherit', env: { ...process.env, ...env } } as const
  // On Windows npm and its kind are batch files, which only a shell starts.
  return process.platform === 'win32'
    ? spawn([program, ...words].map(quotedForWindows).join(' '), { ...options, shell: true })
    : spawn(program, words, options)
}

const quotedForWindows = (word: string): string =>
  /^[\w./:@=-]+$/.test(word) ? word : `"${word.replaceAll('"', '""')}"`

/**
 * In a terminal, Ctrl-C reaches the command, too, and the emulator must wait for its end. Other signals reach only this
 * process.
 *
 * @returns a function that stops forwarding
 */
function forwardSignals(child: ChildProcess): () => void {
  let interruptions = 0
  const listeners = SIGNALS.map((signal) => {
    const listener = (): void => {
      const isFromTerminal = signal === 'SIGINT' && process.stdin.isTTY
      interruptions++
      // A command that ignores the first Ctrl-C must not keep the emulator running forever.
      if (!isFromTerminal || interruptions > 1) child.kill(signal)
    }
    process.on(signal, listener)
    return { signal, listener }
  })
  return () => {
    for (const { signal, listener } of listeners) process.off(signal, listener)
  }
}
