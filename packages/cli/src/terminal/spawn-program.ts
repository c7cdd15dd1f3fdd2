import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'

/**
 * Starts a program. On Windows package managers are batch files, which only a shell starts: there the words must need no
 * quotes, so none may come from the user. Node warns about words that are passed to a shell one by one.
 */
export const spawnProgram = (
  [program = '', ...words]: readonly string[],
  options: SpawnOptions,
  platform: NodeJS.Platform = process.platform,
): ChildProcess =>
  platform === 'win32'
    ? spawn([program, ...words].join(' '), { ...options, shell: true })
    : spawn(program, words, options)
