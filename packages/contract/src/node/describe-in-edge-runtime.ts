import { EdgeVM } from '@edge-runtime/vm'
import { describe, it } from 'vitest'
import { isLeftOut, type Capability } from '../framework.js'
import { bundleForEdge } from './bundle-for-edge.js'

export interface EdgeOptions {
  lacks?: readonly Capability[]
  /** Replaces names, as the framework's own bundler does. */
  define?: Record<string, string>
}

/**
 * Runs rules inside an edge runtime, which has Web APIs but neither `process` nor `Buffer`.
 *
 * @param script a module that exports `run(index)`, which checks the rule of that index
 */
export function describeInEdgeRuntime(
  title: string,
  rules: readonly { name: string; needs?: Capability }[],
  script: string,
  { lacks = [], define = {} }: EdgeOptions,
): void {
  describe(title, async () => {
    const vm = new EdgeVM()
    vm.evaluate(await bundleForEdge(script, define))

    rules.forEach((rule, index) => {
      it.skipIf(isLeftOut(rule, { lacks }))(rule.name, async () => {
        await vm.evaluate<Promise<void>>(`contract.run(${index})`)
      })
    })
  })
}
