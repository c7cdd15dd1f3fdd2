// npm run test:runtimes: fetches other runtimes from npm, and runs core's vectors and the endpoint's contract on each.
// The last line is "N passed, N failed". With --update it writes docs/contract.md from that.
import { installDependencies, run, runScript, runTurbo } from './commands.mjs'

await runScript(async () => {
  await installDependencies()
  await runTurbo('build', '--filter=@secure-uploading/contract^...', '--output-logs=errors-only')
  await installDependencies('runtimes')
  await run('node', ['runtimes/run.mjs', ...process.argv.slice(2)])
})
