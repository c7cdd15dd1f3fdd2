import { describe, it } from 'vitest'
import { webhookRules } from './rules/webhook-rules.js'
import type { WebhookAdapter } from './webhook-adapter.js'
import { runWebhookTrial } from './webhook-trial.js'

/** Holds an adapter to every rule of the webhook endpoint. */
export function describeWebhookEndpoint<Args extends unknown[]>(
  name: string,
  adapter: WebhookAdapter<Args>,
): void {
  describe(`the webhook endpoint in ${name}`, () => {
    for (const { name, needs, check } of webhookRules) {
      const lacking = needs !== undefined && adapter.lacks?.includes(needs)
      it.skipIf(lacking)(name, () => runWebhookTrial(adapter, check))
    }
  })
}
