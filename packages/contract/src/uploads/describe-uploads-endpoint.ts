import { describe, it } from 'vitest'
import { isSkipped } from '../framework.js'
import { uploadsRules } from './rules/uploads-rules.js'
import type { UploadsAdapter } from './uploads-adapter.js'
import { runUploadsCheck } from './uploads-harness.js'

/** Tests an adapter against every rule of the uploads endpoint. */
export function describeUploadsEndpoint<Args extends unknown[]>(
  name: string,
  adapter: UploadsAdapter<Args>,
): void {
  describe(`the uploads endpoint in ${name}`, () => {
    for (const rule of uploadsRules) {
      it.skipIf(isSkipped(rule, adapter))(rule.name, () => runUploadsCheck(adapter, rule.check))
    }
  })
}
