import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { TARGETS } from './targets.mjs'
import { loadRules } from './load-rules.mjs'
import { renderContract } from './render-contract.mjs'
import { runAdapterTests } from './run-adapter-tests.mjs'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const FILE = path.join(ROOT, 'docs/contract.md')

/**
 * Runs the contract on the adapters, and compares the rules and results with `docs/contract.md`.
 *
 * @param {Map<string, { name: string, isSkipped?: true, failure?: string }[]>} runtimeResults the suite's results by runtime
 * @param {{ update: boolean }} options `update` writes the file before comparing it
 * @returns {Promise<{ name: string, failure?: string }[]>} one result per endpoint and target, and one for the file
 */
export async function checkContract(runtimeResults, { update }) {
  const { endpoints, reasons } = await loadRules()
  const adapterResults = await runAdapterTests()

  function statusOf({ title, runtime }, endpoint, rule) {
    if (runtime === undefined) return adapterResults.get(`${endpoint} in ${title}`)?.get(rule)
    const result = runtimeResults.get(runtime)?.find(({ name }) => name === `${endpoint}: ${rule}`)
    if (result?.isSkipped) return 'skipped'
    return result && (result.failure === undefined ? 'passed' : 'failed')
  }

  const contract = format(renderContract({ endpoints, reasons, statusOf }))
  if (update) await writeFile(FILE, contract)
  const isCurrent = contract === (await readFile(FILE, 'utf8').catch(() => ''))
  return [
    ...endpoints.flatMap(({ endpoint, groups }) =>
      TARGETS.map((target) => {
        const failure = describeBroken(groups, (rule) => statusOf(target, endpoint, rule))
        return resultOf(`${endpoint} in ${target.title}`, failure)
      }),
    ),
    resultOf(
      'docs/contract.md matches the rules and results',
      isCurrent ? undefined : 'it is out of date. Run "npm run test:runtimes -- --update".',
    ),
  ]
}

function describeBroken(groups, statusOf) {
  const names = groups.flatMap(({ rules }) => rules.map(({ name }) => name))
  const broken = names.filter((name) => !['passed', 'skipped', 'pending'].includes(statusOf(name)))
  return broken.length === 0 ? undefined : `broken, or not run: ${broken.join('; ')}`
}

function resultOf(name, failure) {
  return failure === undefined ? { name } : { name, failure }
}

function format(markdown) {
  const oxfmt = path.join(ROOT, 'node_modules/oxfmt/bin/oxfmt')
  return execFileSync(process.execPath, [oxfmt, '--stdin-filepath', FILE], {
    input: markdown,
    encoding: 'utf8',
  })
}
