import { describe, it } from 'vitest'
import type { Adapter } from './adapter.js'
import { isLeftOut } from './framework.js'
import { rules } from './rules/index.js'
import { runTrial } from './trial.js'

/** Holds an adapter to every rule of the token endpoint. */
export function describeTokenEndpoint<Args extends unknown[]>(name: string, adapter: Adapter<Args>): void {
  describe(`the token endpoint in ${name}`, () => {
    for (const rule of rules) {
      it.skipIf(isLeftOut(rule, adapter))(rule.name, () => runTrial(adapter, rule.check))
    }
  })
}
