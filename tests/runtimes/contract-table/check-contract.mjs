import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { COLUMNS } from './columns.mjs'
import { loadRules } from './load-rules.mjs'
import { renderContract } from './render-contract.mjs'
import { runAdapterTests } from './run-adapter-tests.mjs'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const FILE = path.join(ROOT, 'docs/contract.md')

/**
 * Tests the adapters against the contract, and compares the generated list of rules and exceptions with `docs/contract.md`.
 *
 * @param {Map<string, { name: string, isSkipped?: true, failure?: string }[]>} ofRuntimes the results of the suite on each runtime
 * @param {{ update: boolean }} options `update` writes the file instead of comparing it
 */
export async function checkContract(ofRuntimes, { update }) {
  const { endpoints, reasons } = await loadRules()
  const ofAdapters = await runAdapterTests()

  function statusOf({ adapter, runtime }, endpoint, rule) {
    if (adapter !== undefined) return ofAdapters.get(`${endpoint} in ${adapter}`)?.get(rule)
    const result = ofRuntimes.get(runtime)?.find(({ name }) => name === `${endpoint}: ${rule}`)
    if (result?.isSkipped) return 'skipped'
    return result && (result.failure === undefined ? 'passed' : 'failed')
  }

  const contract = formatted(renderContract({ endpoints, reasons, statusOf }))
  if (update) await writeFile(FILE, contract)
  const isFresh = contract === (await readFile(FILE, 'utf8').catch(() => ''))
  return [
    ...endpoints.flatMap(({ endpoint, groups }) =>
      COLUMNS.map((column) => {
        const failure = brokenIn(groups, (rule) => statusOf(column, endpoint, rule))
        return resultOf(`${endpoint} in ${column.title}`, failure)
      }),
    ),
    resultOf(
      'docs/contract.md is up to date',
      isFresh ? undefined : 'it is not: run npm run test:runtimes -- --update',
    ),
  ]
}

function brokenIn(groups, statusOf) {
  const names = groups.flatMap(({ rules }) => rules.map(({ name }) => name))
  const broken = names.filter((name) => !['passed', 'skipped', 'pending'].includes(statusOf(name)))
  return broken.length === 0 ? undefined : `broken or not tested: ${broken.join('; ')}`
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
