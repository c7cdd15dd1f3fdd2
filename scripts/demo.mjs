// npm run demo: installs, builds and starts the Express demo with its emulator, all of it in this one process.
import { CommandFailed, installDependencies, runTurbo } from './commands.mjs'

try {
  await installDependencies()
  await runTurbo('build', '--filter=@secure-uploading/demo-express...', '--output-logs=errors-only')
} catch (error) {
  if (!(error instanceof CommandFailed)) throw error
  console.error(`The demo could not be built: ${error.message}`)
  process.exit(error.exitCode)
}
await import('../apps/express/dist/server/main.js')
