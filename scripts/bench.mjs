// npm run bench [name…]: installs, builds and measures; prints one table.
import { CommandFailed, installDependencies, run, runTurbo } from './commands.mjs'

try {
  await installDependencies()
  await runTurbo('build', '--filter=@secure-uploading/bench...', '--output-logs=errors-only')
  await run('node', ['bench/run.mjs', ...process.argv.slice(2)])
} catch (error) {
  if (!(error instanceof CommandFailed)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
