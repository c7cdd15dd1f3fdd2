import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { ProgramOptions } from './started-program.js'

/**
 * Runs a program with this process's stdin and stderr. Its stdout becomes stderr, because stdout is for results.
 *
 * @returns its exit code, or `undefined` if it cannot be started
 */
export async function runProgram(
  [program = '', ...words]: readonly string[],
  { directory, env }: ProgramOptions,
): Promise<number | undefined> {
  const child = spawn(program, words, {
    cwd: directory,
    env: { ...process.env, ...env },
    stdio: ['inherit', process.stderr, process.stderr],
    // On Windows package managers are batch files, which only a shell starts. No word comes from the user.
    shell: process.platform === 'win32',
  })
  try {
    const [code] = (await once(child, 'exit')) as [number | null]
    return code ?? 1
  } catch {
    return undefined
  }
}
