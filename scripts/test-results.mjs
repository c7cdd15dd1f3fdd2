import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './commands.mjs'

/** Lists every folder of the workspace that can hold test results. */
function workspaceFolders() {
  return ['packages', 'apps', 'apps/panels', 'tests', 'tooling']
    .flatMap((parent) => readdirSync(path.join(ROOT, parent)).map((name) => path.join(parent, name)))
    .filter((folder) => existsSync(path.join(ROOT, folder, 'package.json')))
}

/** Removes old results, so that only results of this run (or restored from turbo's cache) are counted. */
export function clearTestResults() {
  for (const folder of workspaceFolders()) {
    rmSync(path.join(ROOT, folder, 'test-results'), { recursive: true, force: true })
  }
}

/**
 * Adds up vitest's JSON reports.
 *
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function readTestResults() {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const folder of workspaceFolders()) {
    const results = path.join(ROOT, folder, 'test-results')
    if (!existsSync(results)) continue
    for (const file of readdirSync(results).filter((name) => name.endsWith('.json'))) {
      const report = JSON.parse(readFileSync(path.join(results, file), 'utf8'))
      total.passed += report.numPassedTests
      total.failed += report.numFailedTests + countFilesThatFailedToLoad(report)
      total.skipped += report.numPendingTests + report.numTodoTests
    }
  }
  return total
}

/** A test file that fails to load has no failed test, but counts as a failure. */
function countFilesThatFailedToLoad(report) {
  return report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
    .length
}
