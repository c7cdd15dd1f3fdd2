// npm run docs: installs, builds, and writes docs/api out of the docstrings.
import { CommandFailed, installDependencies, run, runTurbo } from './commands.mjs'

try {
  await installDependencies()
  await runTurbo('build', '--filter=@secure-uploading/documentation...', '--output-logs=errors-only')
  await run('node', ['packages/documentation/generate-api-reference.mjs'])
} catch (error) {
  if (!(error instanceof CommandFailed)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
