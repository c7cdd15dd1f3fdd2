// npm run coverage: installs, builds, and shows what the tests reach in the published packages. Fails below 95 %.
import { installDependencies, run, runScript, runTurbo } from './commands.mjs'

await runScript(async () => {
  await installDependencies()
  await runTurbo('build', '--filter=./packages/*', '--output-logs=errors-only')
  // From a folder that knows all the packages: some tests bundle them for where they stand.
  const vitest = ['vitest', 'run', '--root', '../..', '--config', 'vitest.coverage.config.ts', '--coverage']
  await run('npx', ['pnpm', '--dir', 'packages/published', 'exec', ...vitest])
})
