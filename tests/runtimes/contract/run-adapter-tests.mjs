import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { TARGETS } from './targets.mjs'

const PACKAGES = path.resolve(import.meta.dirname, '../../../packages')
const TEST_FILES = [
  'create-token-handler.test.ts',
  'create-webhook-handler.test.ts',
  'create-uploads-handler.test.ts',
]

/**
 * Runs the contract on every adapter.
 *
 * @returns {Promise<Map<string, Map<string, string>>>} the status (`passed`, `skipped`, `pending` or `failed`) of each rule by the
 *   name of the tested endpoint, such as `the token endpoint in Express 5`, and the name of the rule
 */
export async function runAdapterTests() {
  const results = new Map()
  for (const folder of new Set(TARGETS.flatMap(({ folder }) => folder ?? []))) {
    for (const { ancestorTitles, title, status } of await runTestsIn(folder)) {
      const [endpoint] = ancestorTitles
      if (!results.has(endpoint)) results.set(endpoint, new Map())
      results.get(endpoint).set(title, status)
    }
  }
  return results
}

async function runTestsIn(folder) {
  const [packageName] = folder.split('/')
  const tests = TEST_FILES.map((file) => path.join(PACKAGES, folder, file))
  const cwd = path.join(PACKAGES, packageName)
  const reports = await mkdtemp(path.join(tmpdir(), 'contract-'))
  try {
    const report = path.join(reports, 'report.json')
    const options = ['--reporter=json', `--outputFile.json=${report}`]
    const vitest = path.join(cwd, 'node_modules/vitest/vitest.mjs')
    // vitest exits with 1 when a test fails; the report contains the failures.
    await promisify(execFile)(process.execPath, [vitest, 'run', ...tests, ...options], { cwd }).catch(
      () => undefined,
    )
    const { testResults } = JSON.parse(await readFile(report, 'utf8'))
    return testResults.flatMap((file) => file.assertionResults)
  } finally {
    await rm(reports, { recursive: true })
  }
}
