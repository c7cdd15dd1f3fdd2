// npm run test:runtimes: fetches other runtimes from npm, and runs core's vectors and the endpoint's contract on each.
// The last line is "N passed, N failed".
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CommandFailed, installDependencies, ROOT, run, runTurbo } from './commands.mjs'

try {
  await installDependencies()
  await runTurbo('build', '--filter=@secure-uploading/contract^...', '--output-logs=errors-only')
  const { packageManager } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'))
  await run('npx', [
    '--yes',
    packageManager,
    '--dir',
    'runtimes',
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
  ])
  await run('node', ['runtimes/run.mjs'])
} catch (error) {
  if (!(error instanceof CommandFailed)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}
