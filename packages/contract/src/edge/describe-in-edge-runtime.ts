import path from 'node:path'
import { EdgeVM } from '@edge-runtime/vm'
import { describe, it } from 'vitest'
import { isSkipped, type Capability } from '../framework.js'
import { bundleForEdge } from './bundle-for-edge.js'

/** How an adapter runs in an edge runtime. */
export interface EdgeOptions {
  /** The capabilities that the framework lacks. The rules that need them are skipped. */
  lacks?: readonly Capability[] | undefined
  /** Replaces names, as the bundler of the framework does. */
  define?: Record<string, string> | undefined
}

/**
 * Runs rules inside an edge runtime, which has Web APIs but neither `process` nor `Buffer`.
 *
 * @param adapterFile the path of the adapter's module, from whose folder the imports of the script are resolved
 * @param script a module that exports `run(index)`, which checks the rule with that index
 */
export function describeInEdgeRuntime(
  title: string,
  rules: readonly { name: string; needs?: Capability }[],
  adapterFile: string,
  script: string,
  { lacks = [], define = {} }: EdgeOptions,
): void {
  describe(title, async () => {
    const vm = new EdgeVM()
    vm.evaluate(await bundleForEdge(script, path.dirname(adapterFile), define))

    rules.forEach((rule, index) => {
      it.skipIf(isSkipped(rule, { lacks }))(rule.name, async () => {
        await vm.evaluate<Promise<void>>(`contract.run(${index})`)
      })
    })
  })
}
