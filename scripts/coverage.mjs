// npm run coverage: installs, builds, and shows what the tests reach in the published packages. Fails below 95 %.
import { CommandFailed, installDependencies, run, runTurbo } from './commands.mjs'

try {
  await installDependencies()
  await runTurbo('build', '--filter=./packages/*', '--output-logs=errors-only')
  // From a folder that knows all the packages: some tests bundle them for where they stand.
  const vitest = ['vitest', 'run', '--root', '../..', '--config', 'vitest.coverage.config.ts', '--coverage']
  await run('npx', ['pnpm', '--dir', 'packages/published', 'exec', ...vitest])
} catch (error) {
  if (!(error instanceof CommandFailed)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
