import { installDependencies, runTurbo } from './commands.mjs'

/** Installs what a demo needs and builds it. */
export async function buildDemo(packageName) {
  await installDependencies()
  await runTurbo('build', `--filter=${packageName}...`, '--output-logs=errors-only')
}
