import type { WebhookRule } from '../webhook-harness.js'
import { webhookRuleGroups } from './webhook-rule-groups.js'

/** Every rule of the webhook endpoint. */
export const webhookRules: readonly WebhookRule[] = webhookRuleGroups.flatMap((group) => group.rules)
