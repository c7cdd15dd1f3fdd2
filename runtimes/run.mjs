// Runs the suite on every runtime, and ends with "N passed, N failed".
import { examples } from './examples.mjs'
import { runtimes } from './runtimes.mjs'

const total = { passed: 0, failed: 0 }
for (const [name, run] of Object.entries({ ...runtimes, ...examples })) {
  try {
    const results = await run()
    const failures = results.filter(({ failure }) => failure !== undefined)
    console.log(`${name.padEnd(22)} ${results.length - failures.length} passed, ${failures.length} failed`)
    for (const failure of failures) console.log(`  ${failure.name}\n    ${failure.failure}`)
    total.passed += results.length - failures.length
    total.failed += failures.length
  } catch (error) {
    console.log(`${name.padEnd(22)} could not run: ${error.message}`)
    total.failed += 1
  }
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0
