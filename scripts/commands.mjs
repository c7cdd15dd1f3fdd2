import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '..')

/**
 * Runs the work of a script. When a command fails, prints one line that names it and exits with its exit code.
 *
 * @param {() => Promise<void>} work
 */
export async function runScript(work) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    console.error(error.message)
    process.exitCode = error.exitCode
  }
}

/**
 * Installs what a folder's lockfile lists, with the pnpm version of the root's package.json. Needs only Node.
 *
 * @param {string} folder the workspace, relative to the repository's root
 */
export async function installDependencies(folder = '.') {
  const { packageManager } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
  await run('npx', [
    '--yes',
    packageManager,
    '--dir',
    folder,
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
    '--reporter=append-only',
  ])
}

/**
 * Runs turbo from the installed packages.
 *
 * @param {...string} args
 */
export async function runTurbo(...args) {
  await run('npx', ['turbo', 'run', ...args])
}

/**
 * Runs a command in the repository's root and shows its output.
 *
 * @param {string} command
 * @param {string[]} args
 * @throws {CommandError} when its exit code is not 0
 */
export async function run(command, args) {
  const options = { cwd: ROOT, stdio: 'inherit' }
  // Windows finds npx.cmd only through its shell, and Node warns about arguments that are passed to a shell one by one.
  const child =
    process.platform === 'win32'
      ? spawn([command, ...args].join(' '), { ...options, shell: true })
      : spawn(command, args, options)
  const exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
  if (exitCode !== 0) throw new CommandError(command, args, exitCode)
}

class CommandError extends Error {
  /**
   * @param {string} command
   * @param {string[]} args
   * @param {number} exitCode
   */
  constructor(command, args, exitCode) {
    super(`${command} ${args.join(' ')} exited with ${exitCode}`)
    this.exitCode = exitCode
  }
}
