import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './commands.mjs'

/** Every folder of the workspace that may hold test results. */
function workspaceFolders() {
  return ['packages', 'apps'].flatMap((parent) =>
    readdirSync(path.join(ROOT, parent)).map((name) => path.join(parent, name)),
  )
}

/** Removes old results, so that only what ran (or what turbo restored from its cache) is counted. */
export function clearTestResults() {
  for (const folder of workspaceFolders()) {
    rmSync(path.join(ROOT, folder, 'test-results'), { recursive: true, force: true })
  }
}

/** Adds up the JSON reports that vitest wrote. */
export function readTestResults() {
  const total = { passed: 0, failed: 0, skipped: 0, skippedInChromium: [] }
  for (const folder of workspaceFolders()) {
    const results = path.join(ROOT, folder, 'test-results')
    if (!existsSync(results)) continue
    for (const file of readdirSync(results).filter((name) => name.endsWith('.json'))) {
      const report = JSON.parse(readFileSync(path.join(results, file), 'utf8'))
      total.passed += report.numPassedTests
      total.failed += report.numFailedTests + fileFailures(report)
      total.skipped += report.numPendingTests + report.numTodoTests
      if (namesOfSkipped(report).some((name) => name.includes('[chromium]')))
        total.skippedInChromium.push(folder)
    }
  }
  return total
}

/** A test file that could not be loaded has no failed test, and has failed all the same. */
function fileFailures(report) {
  return report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
    .length
}

function namesOfSkipped(report) {
  return report.testResults
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status === 'skipped' || test.status === 'pending')
    .map((test) => test.fullName)
}
