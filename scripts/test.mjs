// npm test: installs, builds, type-checks, lints and tests everything; `npm run test:full` adds the slow tests.
// The last line is "N passed, N failed, N skipped".
import { installDependencies, runScript, runTurbo } from './commands.mjs'
import { clearTestResults, readTestResults } from './test-results.mjs'

const isFull = process.argv[2] === 'full'
const checks = isFull ? ['lint', 'knip'] : ['lint']
const tests = isFull ? ['test', 'test:full'] : ['test']
// Its tests mostly wait and take the longest, so they run beside all others.
const DEMO = '@secure-uploading/demo-express'
// `next build` takes as long as the builds of all packages together, so the Next demo belongs to test:full.
const excluded = isFull ? [] : ['--filter=!@secure-uploading/demo-next']
let missingBrowser = ''

await runScript(async () => {
  await installDependencies()
  // After the install, because the browser comes with it.
  const { provideChromium } = await import('../tooling/shared/provide-chromium.js')
  // In the environment, so that turbo's cache distinguishes runs by browser and by Node version.
  process.env['CHROMIUM_PATH'] = await provideChromium().catch((error) => {
    missingBrowser = error.message
    return ''
  })
  process.env['TEST_NODE_VERSION'] = process.version
  clearTestResults()
  // Lint checks the types of all packages together, so all of them must be built.
  await runTurbo('build', ...excluded, '--output-logs=errors-only')
  const runs = await Promise.allSettled([
    runTurbo(...tests, `--filter=${DEMO}`, '--continue', '--output-logs=errors-only'),
    runTurbo(
      ...checks,
      ...tests,
      `--filter=!${DEMO}`,
      ...excluded,
      '--continue',
      '--output-logs=errors-only',
    ),
  ])
  for (const { reason } of runs) if (reason) throw reason
})

const { passed, failed, skipped } = readTestResults()
if (missingBrowser !== '') {
  const outcome = process.env['CI'] === 'true' ? 'failed' : 'were skipped'
  console.log(`The browser tests ${outcome}: ${missingBrowser}`)
}
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
