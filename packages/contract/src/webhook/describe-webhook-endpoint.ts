import { describe, it } from 'vitest'
import { isLeftOut } from '../framework.js'
import { webhookRules } from './rules/webhook-rules.js'
import type { WebhookAdapter } from './webhook-adapter.js'
import { runWebhookTrial } from './webhook-trial.js'

/** Holds an adapter to every rule of the webhook endpoint. */
export function describeWebhookEndpoint<Args extends unknown[]>(
  name: string,
  adapter: WebhookAdapter<Args>,
): void {
  describe(`the webhook endpoint in ${name}`, () => {
    for (const rule of webhookRules) {
      it.skipIf(isLeftOut(rule, adapter))(rule.name, () => runWebhookTrial(adapter, rule.check))
    }
  })
}
