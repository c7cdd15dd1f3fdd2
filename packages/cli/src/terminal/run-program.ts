import { once } from 'node:events'
import { spawnProgram } from './spawn-program.js'
import type { ProgramOptions } from './started-program.js'

/**
 * Runs a program with this process's stdin and stderr. Its stdout becomes stderr, because stdout is for results.
 *
 * @returns its exit code, or `undefined` if it cannot be started
 */
export async function runProgram(
  words: readonly string[],
  { directory, env }: ProgramOptions,
): Promise<number | undefined> {
  const child = spawnProgram(words, {
    cwd: directory,
    env: { ...process.env, ...env },
    stdio: ['inherit', process.stderr, process.stderr],
  })
  try {
    const [code] = (await once(child, 'exit')) as [number | null]
    return code ?? 1
  } catch {
    return undefined
  }
}
