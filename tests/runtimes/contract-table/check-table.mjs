import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { COLUMNS } from './columns.mjs'
import { loadRules } from './load-rules.mjs'
import { renderTable } from './render-table.mjs'
import { runAdapterTests } from './run-adapter-tests.mjs'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const FILE = path.join(ROOT, 'docs/contract.md')

/**
 * Holds the adapters to the contract, and compares the table of all results with the one in `docs/contract.md`.
 *
 * @param {Map<string, { name: string, isSkipped?: true, failure?: string }[]>} ofRuntimes the results of the suite on each runtime
 * @param {{ update: boolean }} options with `update` the file is written instead of compared
 */
export async function checkTable(ofRuntimes, { update }) {
  const { endpoints, reasons } = await loadRules()
  const ofAdapters = await runAdapterTests()

  function statusOf({ adapter, runtime }, endpoint, rule) {
    if (adapter !== undefined) return ofAdapters.get(`${endpoint} in ${adapter}`)?.get(rule)
    const result = ofRuntimes.get(runtime)?.find(({ name }) => name === `${endpoint}: ${rule}`)
    if (result?.isSkipped) return 'skipped'
    return result && (result.failure === undefined ? 'passed' : 'failed')
  }

  const table = formatted(renderTable({ endpoints, reasons, statusOf }))
  if (update) await writeFile(FILE, table)
  const isFresh = table === (await readFile(FILE, 'utf8').catch(() => ''))
  return [
    ...endpoints.flatMap(({ endpoint, groups }) =>
      COLUMNS.map((column) => {
        const failure = brokenIn(groups, (rule) => statusOf(column, endpoint, rule))
        return resultOf(`${endpoint} in ${column.title}`, failure)
      }),
    ),
    resultOf(
      'docs/contract.md tells these rules and results',
      isFresh ? undefined : 'it tells others: npm run test:runtimes -- --update',
    ),
  ]
}

function brokenIn(groups, statusOf) {
  const names = groups.flatMap(({ rules }) => rules.map(({ name }) => name))
  const broken = names.filter((name) => !['passed', 'skipped', 'pending'].includes(statusOf(name)))
  return broken.length === 0 ? undefined : `broken, or was not tried: ${broken.join('; ')}`
}

function resultOf(name, failure) {
  return failure === undefined ? { name } : { name, failure }
}

function formatted(markdown) {
  const oxfmt = path.join(ROOT, 'node_modules/oxfmt/bin/oxfmt')
  return execFileSync(process.execPath, [oxfmt, '--stdin-filepath', FILE], {
    input: markdown,
    encoding: 'utf8',
  })
}
