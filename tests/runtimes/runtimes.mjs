import { EdgeVM } from '@edge-runtime/vm'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { Miniflare } from 'miniflare'
import { bundleContract, SUITE } from './bundle.mjs'

const here = import.meta.dirname
// Deno lets the suite read and set these variables only.
const KEYS_FROM_ENVIRONMENT = '--allow-env=UPLOADCARE_PUBLIC_KEY,UPLOADCARE_SECRET_KEY'
const moduleFile = (file) => path.join(here, 'node_modules', file)

/**
 * Runs the suite of the contract on each runtime.
 *
 * @type {Record<string, () => Promise<{ name: string, isSkipped?: true, failure?: string }[]>>}
 */
export const runtimes = {
  'node 20': () => runAsProgram(moduleFile('node-20/bin/node'), []),
  'node 22': () => runAsProgram(moduleFile('node-22/bin/node'), []),
  'node 24': () => runAsProgram(moduleFile('node-24/bin/node'), []),
  'node 26': () => runAsProgram(moduleFile('node-26/bin/node'), []),
  bun: () => runAsProgram(moduleFile('.bin/bun'), ['run']),
  deno: () => runAsProgram(moduleFile('.bin/deno'), ['run', '--no-prompt', KEYS_FROM_ENVIRONMENT]),
  workerd: runInWorkerd,
  'edge-runtime': runInEdgeRuntime,
}

async function runAsProgram(command, args) {
  const program = await bundleContract({
    format: 'esm',
    contents: `
      import { runSuite } from ${JSON.stringify(SUITE)}
      console.log(JSON.stringify(await runSuite()))
    `,
  })
  const folder = await mkdtemp(path.join(here, '.suite-'))
  try {
    const file = path.join(folder, 'suite.mjs')
    await writeFile(file, program)
    const { stdout } = await promisify(execFile)(command, [...args, file], { maxBuffer: 2 ** 26 })
    return JSON.parse(stdout)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function runInWorkerd() {
  const script = await bundleContract({
    format: 'esm',
    contents: `
      import { runSuite } from ${JSON.stringify(SUITE)}
      export default { fetch: async () => Response.json(await runSuite()) }
    `,
  })
  const miniflare = new Miniflare({ modules: true, script, compatibilityDate: '2026-01-01' })
  try {
    return await (await miniflare.dispatchFetch('http://worker.example')).json()
  } finally {
    await miniflare.dispose()
  }
}

async function runInEdgeRuntime() {
  const script = await bundleContract({
    format: 'iife',
    contents: `export { runSuite } from ${JSON.stringify(SUITE)}`,
  })
  const vm = new EdgeVM()
  vm.evaluate(script)
  return JSON.parse(await vm.evaluate('suite.runSuite().then((results) => JSON.stringify(results))'))
}
