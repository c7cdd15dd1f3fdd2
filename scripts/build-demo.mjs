import { CommandFailed, installDependencies, runTurbo } from './commands.mjs'

/** Installs what a demo needs and builds it. Ends this process, with one line, when that fails. */
export async function buildDemo(packageName) {
  try {
    await installDependencies()
    await runTurbo('build', `--filter=${packageName}...`, '--output-logs=errors-only')
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    console.error(`The demo could not be built: ${error.message}`)
    process.exit(error.exitCode)
  }
}
