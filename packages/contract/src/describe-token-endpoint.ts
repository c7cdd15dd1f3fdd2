import { describe, it } from 'vitest'
import type { Adapter } from './adapter.js'
import { isSkipped } from './framework.js'
import { rules } from './rules/index.js'
import { runCheck } from './harness.js'

/** Tests an adapter against every rule of the token endpoint. */
export function describeTokenEndpoint<Args extends unknown[]>(name: string, adapter: Adapter<Args>): void {
  describe(`the token endpoint in ${name}`, () => {
    for (const rule of rules) {
      it.skipIf(isSkipped(rule, adapter))(rule.name, () => runCheck(adapter, rule.check))
    }
  })
}
