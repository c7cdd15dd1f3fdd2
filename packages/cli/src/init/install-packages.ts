import type { Terminal } from '../terminal/terminal.js'
import type { PackageManager } from './project/find-package-manager.js'

/**
 * Installs what `package.json` lists, and explains a failure.
 *
 * @returns whether it succeeded
 */
export async function installPackages(
  { install, env }: PackageManager,
  directory: string,
  terminal: Terminal,
): Promise<boolean> {
  const command = install.join(' ')
  terminal.printError(`\n$ ${command}`)
  const exitCode = await terminal.run(install, { directory, env })
  if (exitCode === 0) return true
  const reason =
    exitCode === undefined ? `${install[0] ?? ''} could not be started` : `it ended with code ${exitCode}`
  terminal.printError(
    `error: The packages were not installed: ${reason}. The files are written. Correct what is reported above, then run: ${command}`,
  )
  return false
}
