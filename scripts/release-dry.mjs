// npm run release:dry: installs, builds, packs what would be published, and shows it. Publishes nothing, asks no registry.
import { installDependencies, run, runScript, runTurbo } from './commands.mjs'

await runScript(async () => {
  await installDependencies()
  await runTurbo('build', '--filter=./packages/*', '--output-logs=errors-only')
  await run('node', ['packages/published/show-release.js'])
})
