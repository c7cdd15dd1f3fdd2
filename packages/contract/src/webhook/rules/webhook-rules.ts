import type { WebhookRule } from '../webhook-trial.js'
import { webhookEventRules } from './webhook-event-rules.js'
import { webhookOptionRules } from './webhook-option-rules.js'
import { webhookReceiptRules } from './webhook-receipt-rules.js'
import { webhookRequestRules } from './webhook-request-rules.js'
import { webhookSignatureRules } from './webhook-signature-rules.js'

/** Every rule of the webhook endpoint. */
export const webhookRules: readonly WebhookRule[] = [
  ...webhookOptionRules,
  ...webhookRequestRules,
  ...webhookSignatureRules,
  ...webhookEventRules,
  ...webhookReceiptRules,
]
