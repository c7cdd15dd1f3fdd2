// Runs the suite on every runtime. The last line is "N passed, N failed". With --update, writes docs/contract.md.
import { checkContract } from './contract/check-contract.mjs'
import { examples } from './examples.mjs'
import { nextVersions } from './next-versions.mjs'
import { runtimes } from './runtimes.mjs'

const update = process.argv.includes('--update')
const total = { passed: 0, failed: 0 }
const runtimeResults = new Map()

for (const [name, run] of Object.entries(runtimes)) {
  await report(name, async () => {
    const results = await run()
    runtimeResults.set(name, results)
    return results
  })
}
for (const [name, run] of Object.entries({ ...examples, ...nextVersions })) await report(name, run)
await report('contract', () => checkContract(runtimeResults, { update }))
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

async function report(name, run) {
  try {
    const results = (await run()).filter(({ isSkipped }) => !isSkipped)
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
