import { EdgeVM } from '@edge-runtime/vm'
import { describe, it } from 'vitest'
import { rules } from '../rules/index.js'
import { bundleForEdge } from './bundle-for-edge.js'

/**
 * Holds an adapter to the rules inside an edge runtime, which has Web APIs but neither `process` nor `Buffer`.
 *
 * @param adapterFile the path of a module that exports `adapter`, with all that it imports
 * @param options `define` replaces names, as the framework's own bundler does
 */
export function describeTokenEndpointInEdgeRuntime(
  name: string,
  adapterFile: string,
  { lacks = [], define = {} }: { lacks?: readonly string[]; define?: Record<string, string> } = {},
): void {
  describe(`the token endpoint in ${name}`, async () => {
    const vm = new EdgeVM()
    vm.evaluate(await bundle(adapterFile, define))

    rules.forEach(({ name, needs }, index) => {
      it.skipIf(needs !== undefined && lacks.includes(needs))(name, async () => {
        await vm.evaluate<Promise<void>>(`contract.run(${index})`)
      })
    })
  })
}

async function bundle(adapterFile: string, define: Record<string, string>): Promise<string> {
  const rulesFile = new URL('../rules/index.ts', import.meta.url).pathname
  const trialFile = new URL('../trial.ts', import.meta.url).pathname
  return bundleForEdge(
    `
      import { adapter } from ${JSON.stringify(adapterFile)}
      import { rules } from ${JSON.stringify(rulesFile)}
      import { runTrial } from ${JSON.stringify(trialFile)}
      export const run = (index) => runTrial(adapter, rules[index].check)
    `,
    define,
  )
}
