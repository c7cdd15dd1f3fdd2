// npm test: installs, builds, type-checks, lints and tests everything; `npm run test:full` adds what takes long.
// The last line is "N passed, N failed, N skipped".
import { findChromium } from '../packages/tooling/find-chromium.js'
import { installChromiumOnDebian } from './chromium-from-debian.mjs'
import { installDependencies, runScript, runTurbo } from './commands.mjs'
import { clearTestResults, readTestResults } from './test-results.mjs'

const isFull = process.argv[2] === 'full'
const checks = isFull ? ['lint', 'knip'] : ['lint']
const tests = isFull ? ['test', 'test:full'] : ['test']
// Its tests wait more than they compute, and take the longest: run beside all others, they cost no time.
const DEMO = '@secure-uploading/demo-express'
// `next build` takes as long as the builds of all the packages together, so the Next demo belongs to test:full.
const left = isFull ? [] : ['--filter=!@secure-uploading/demo-next']

await runScript(async () => {
  await Promise.all([installDependencies(), installChromiumOnDebian()])
  // In the environment, so that turbo knows a run with a browser from one without, and one Node from another.
  process.env['CHROMIUM_PATH'] = findChromium() ?? ''
  process.env['TEST_NODE_VERSION'] = process.version
  clearTestResults()
  // Lint checks the types of all packages at once, so it needs all of them built.
  await runTurbo('build', ...left, '--output-logs=errors-only')
  const runs = await Promise.allSettled([
    runTurbo(...tests, `--filter=${DEMO}`, '--continue', '--output-logs=errors-only'),
    runTurbo(...checks, ...tests, `--filter=!${DEMO}`, ...left, '--continue', '--output-logs=errors-only'),
  ])
  for (const { reason } of runs) if (reason) throw reason
})

const { passed, failed, skipped, skippedInChromium } = readTestResults()
if (skippedInChromium.length > 0) {
  console.log(
    `No Chrome or Chromium found, so the browser tests of ${skippedInChromium.join(', ')} were skipped: set CHROMIUM_PATH.`,
  )
}
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
