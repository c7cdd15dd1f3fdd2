// npm run test:runtimes: downloads other runtimes from npm, and runs core's test vectors and the endpoint contract on each.
// The last line is "N passed, N failed". With --update it writes docs/contract.md from the results.
import { installDependencies, run, runScript, runTurbo } from './commands.mjs'

await runScript(async () => {
  await installDependencies()
  await runTurbo('build', '--filter=@secure-uploading/contract^...', '--output-logs=errors-only')
  await installDependencies('tests/runtimes')
  await run('node', ['tests/runtimes/run.mjs', ...process.argv.slice(2)])
})
