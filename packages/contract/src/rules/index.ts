export { runCheck, type Answer, type Harness, type RequestInput } from '../harness.js'
export type { PassedArguments } from '../passed-arguments.js'
export { webhookRuleGroups } from '../webhook/rules/webhook-rule-groups.js'
export { webhookRules } from '../webhook/rules/webhook-rules.js'
export {
  runWebhookCheck,
  type Delivery,
  type WebhookHarness,
  type WebhookRule,
} from '../webhook/webhook-harness.js'
export { ruleGroups } from './rule-groups.js'
export type { Rule } from './rule.js'
export { rules } from './rules.js'
