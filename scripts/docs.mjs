// npm run docs: installs, builds, and writes docs/api out of the docstrings.
import { installDependencies, run, runScript, runTurbo } from './commands.mjs'

await runScript(async () => {
  await installDependencies()
  await runTurbo('build', '--filter=@secure-uploading/documentation...', '--output-logs=errors-only')
  await run('node', ['packages/documentation/generate-api-reference.mjs'])
})
