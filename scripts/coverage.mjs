// npm run coverage: installs, builds, and shows what the tests reach in the published packages. Fails below 95 %.
import { CommandFailed, installDependencies, run, runTurbo } from './commands.mjs'

try {
  await installDependencies()
  await runTurbo('build', '--filter=./packages/*', '--output-logs=errors-only')
  await run('npx', ['vitest', 'run', '--config', 'vitest.coverage.config.ts', '--coverage'])
} catch (error) {
  if (!(error instanceof CommandFailed)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
