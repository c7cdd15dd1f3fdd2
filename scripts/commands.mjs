import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '..')

/** Does a script's work. A command that fails ends it: with one line that says which, and with the command's exit code. */
export async function runScript(work) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    console.error(error.message)
    process.exitCode = error.exitCode
  }
}

/**
 * Installs what a folder's lockfile names, with the pnpm that the root's package.json names. A bare Node is enough.
 *
 * @param {string} folder the workspace, from the repository's root
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

/** Runs turbo from the installed packages. */
export async function runTurbo(...args) {
  await run('npx', ['turbo', 'run', ...args])
}

/**
 * Runs a command in the repository's root and shows what it prints.
 *
 * @throws {CommandFailed} when it does not exit with 0
 */
export async function run(command, args) {
  // Windows finds npx.cmd only through its shell.
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
  const exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
  if (exitCode !== 0) throw new CommandFailed(command, args, exitCode)
}

class CommandFailed extends Error {
  constructor(command, args, exitCode) {
    super(`${command} ${args.join(' ')} exited with ${exitCode}`)
    this.exitCode = exitCode
  }
}
