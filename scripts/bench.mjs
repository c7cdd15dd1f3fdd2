// npm run bench [name…]: installs, builds and measures; prints one table.
import { installDependencies, run, runScript, runTurbo } from './commands.mjs'

await runScript(async () => {
  await installDependencies()
  await runTurbo('build', '--filter=@secure-uploading/bench...', '--output-logs=errors-only')
  await run('node', ['bench/run.mjs', ...process.argv.slice(2)])
})
