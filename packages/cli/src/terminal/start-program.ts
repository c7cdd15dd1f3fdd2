import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { stripVTControlCharacters } from 'node:util'
import { endProcesses } from './end-processes.js'
import { spawnProgram } from './spawn-program.js'
import type { ProgramOptions, StartedProgram } from './started-program.js'

const MAX_CHARACTERS = 65_536
const GRACE_MS = 5000

/**
 * Starts a program without input, and records its output. Its processes end with this process, also after SIGHUP.
 *
 * @param graceMs how long its processes have to end after a signal, in **milliseconds**
 */
export function startProgram(
  words: readonly string[],
  { directory, env }: ProgramOptions,
  graceMs = GRACE_MS,
): StartedProgram {
  const child = spawnProgram(words, {
    cwd: directory,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group: one signal reaches all its processes, and Ctrl-C in the terminal reaches none of them.
    detached: process.platform !== 'win32',
  })
  const output = recordOutput(child)
  const isClosed = once(child, 'close').then(
    () => true,
    () => true,
  )
  const killNow = (): void => {
    endProcesses(child, 'SIGKILL')
  }
  const stopListening = killWhenThisProcessEnds(killNow)
  const ended = once(child, 'exit').then(
    ([code]: unknown[]) => (typeof code === 'number' ? code : 1),
    () => undefined,
  )
  return {
    output,
    ended,
    async stop() {
      endProcesses(child, 'SIGINT')
      // The streams close when the last process that writes to them has ended.
      const timer = setTimeout(() => {
        killNow()
        // A process that left the group can keep them open.
        for (const stream of [child.stdout, child.stderr]) stream?.destroy()
      }, graceMs)
      await isClosed
      clearTimeout(timer)
      killNow()
      stopListening()
    },
  }
}

function recordOutput(child: ChildProcess): () => string {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-MAX_CHARACTERS)
    })
  }
  return () => stripVTControlCharacters(output)
}

/** @returns a function that stops listening */
function killWhenThisProcessEnds(killNow: () => void): () => void {
  const onHangup = (): void => process.exit(129)
  process.on('exit', killNow)
  process.on('SIGHUP', onHangup)
  return () => {
    process.off('exit', killNow)
    process.off('SIGHUP', onHangup)
  }
}
