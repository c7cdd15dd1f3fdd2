import { describe, it } from 'vitest'
import { isSkipped } from '../framework.js'
import { webhookRules } from './rules/webhook-rules.js'
import type { WebhookAdapter } from './webhook-adapter.js'
import { runWebhookCheck } from './webhook-harness.js'

/** Tests an adapter against every rule of the webhook endpoint. */
export function describeWebhookEndpoint<Args extends unknown[]>(
  name: string,
  adapter: WebhookAdapter<Args>,
): void {
  describe(`the webhook endpoint in ${name}`, () => {
    for (const rule of webhookRules) {
      it.skipIf(isSkipped(rule, adapter))(rule.name, () => runWebhookCheck(adapter, rule.check))
    }
  })
}
