import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { COLUMNS } from './columns.mjs'

const PACKAGES = path.resolve(import.meta.dirname, '../../packages')
const DESCRIBED = 'the token endpoint in '

/** Runs the contract on every adapter. Gives the status of each rule, by adapter and name: `passed`, `skipped`, `failed`. */
export async function runAdapterTests() {
  const adapters = new Map()
  for (const folder of new Set(COLUMNS.flatMap(({ folder }) => folder ?? []))) {
    for (const { ancestorTitles, title, status } of await runTestIn(folder)) {
      if (!ancestorTitles[0]?.startsWith(DESCRIBED)) continue
      const adapter = ancestorTitles[0].slice(DESCRIBED.length)
      if (!adapters.has(adapter)) adapters.set(adapter, new Map())
      adapters.get(adapter).set(title, status)
    }
  }
  return adapters
}

async function runTestIn(folder) {
  const [packageName] = folder.split('/')
  const test = path.join(PACKAGES, folder, 'create-token-handler.test.ts')
  const cwd = path.join(PACKAGES, packageName)
  const reports = await mkdtemp(path.join(tmpdir(), 'contract-'))
  try {
    const report = path.join(reports, 'report.json')
    const options = ['--reporter=json', `--outputFile.json=${report}`]
    const vitest = path.join(cwd, 'node_modules/vitest/vitest.mjs')
    // What fails is in the report.
    await promisify(execFile)(process.execPath, [vitest, 'run', test, ...options], { cwd }).catch(
      () => undefined,
    )
    const { testResults } = JSON.parse(await readFile(report, 'utf8'))
    return testResults.flatMap((file) => file.assertionResults)
  } finally {
    await rm(reports, { recursive: true })
  }
}
