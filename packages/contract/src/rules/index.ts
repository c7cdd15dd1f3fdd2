export { runCheck, type Answer, type Harness, type RequestInput } from '../harness.js'
export type { PassedArguments } from '../passed-arguments.js'
export { ACCEPT_TABLE } from '../uploads/accept-table.js'
export { TOO_LARGE_TABLE } from '../uploads/too-large-table.js'
export { uploadsRuleGroups } from '../uploads/rules/uploads-rule-groups.js'
export { uploadsRules } from '../uploads/rules/uploads-rules.js'
export {
  runUploadsCheck,
  type ReceiptInput,
  type ServedUploads,
  type UploadsHarness,
  type UploadsRequestInput,
  type UploadsRule,
} from '../uploads/uploads-harness.js'
export type { DoubleFile, RestDouble } from '../uploads/rest-double.js'
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
