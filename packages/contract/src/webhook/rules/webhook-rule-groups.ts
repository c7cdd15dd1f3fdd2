import type { WebhookRule } from '../webhook-harness.js'
import { webhookEventRules } from './webhook-event-rules.js'
import { webhookOptionRules } from './webhook-option-rules.js'
import { webhookReceiptRules } from './webhook-receipt-rules.js'
import { webhookRequestRules } from './webhook-request-rules.js'
import { webhookSignatureRules } from './webhook-signature-rules.js'
import { webhookUploadRules } from './webhook-upload-rules.js'

/** The rules of the webhook endpoint by subject, in the order of its checks. */
export const webhookRuleGroups: readonly {
  readonly title: string
  readonly rules: readonly WebhookRule[]
}[] = [
  { title: 'Options', rules: webhookOptionRules },
  { title: 'Requests', rules: webhookRequestRules },
  { title: 'Signatures', rules: webhookSignatureRules },
  { title: 'Events', rules: webhookEventRules },
  { title: 'Receipts', rules: webhookReceiptRules },
  { title: 'Uploads', rules: webhookUploadRules },
]
