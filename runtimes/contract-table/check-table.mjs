import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { COLUMNS } from './columns.mjs'
import { loadRules } from './load-rules.mjs'
import { renderTable } from './render-table.mjs'
import { runAdapterTests } from './run-adapter-tests.mjs'

const ROOT = path.resolve(import.meta.dirname, '../..')
const FILE = path.join(ROOT, 'docs/contract.md')

/**
 * Holds the adapters to the contract, and compares the table of all results with the one in `docs/contract.md`.
 *
 * @param {Map<string, { name: string, failure?: string }[]>} ofRuntimes the results of the suite on each runtime
 * @param {{ update: boolean }} options with `update` the file is written instead of compared
 */
export async function checkTable(ofRuntimes, { update }) {
  const { ruleGroups, LACK_REASONS } = await loadRules()
  const ofAdapters = await runAdapterTests()

  function statusOf({ adapter, runtime }, rule) {
    if (adapter !== undefined) return ofAdapters.get(adapter)?.get(rule)
    const result = ofRuntimes.get(runtime)?.find(({ name }) => name === rule)
    if (result?.isSkipped) return 'skipped'
    return result && (result.failure === undefined ? 'passed' : 'failed')
  }

  const table = formatted(renderTable({ groups: ruleGroups, reasons: LACK_REASONS, statusOf }))
  if (update) await writeFile(FILE, table)
  const isFresh = table === (await readFile(FILE, 'utf8').catch(() => ''))
  const names = ruleGroups.flatMap(({ rules }) => rules.map(({ name }) => name))
  return [
    ...COLUMNS.filter(({ adapter }) => adapter !== undefined).map((column) =>
      resultOf(`the contract in ${column.adapter}`, brokenIn(column, names, statusOf)),
    ),
    resultOf(
      'docs/contract.md tells these rules and results',
      isFresh ? undefined : 'it tells others: npm run test:runtimes -- --update',
    ),
  ]
}

function brokenIn(column, names, statusOf) {
  const broken = names.filter((name) => !['passed', 'skipped', 'pending'].includes(statusOf(column, name)))
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
