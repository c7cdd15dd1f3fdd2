// npm run mutation: installs, builds, and changes the code of core and of the token source in thousands of small ways,
// to see whether the tests notice. It takes long.
import { installDependencies, run, runScript, runTurbo } from './commands.mjs'

await runScript(async () => {
  await installDependencies()
  await runTurbo('build', '--filter=./packages/*', '--output-logs=errors-only')
  for (const name of ['core', 'client']) {
    await run('npx', ['pnpm', '--dir', `packages/${name}`, 'exec', 'stryker', 'run'])
  }
})
