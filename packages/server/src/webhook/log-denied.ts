import { logOnce } from '../options/default-log.js'
import type { WebhookDenied } from './events.js'

/** The default `onDeny` of a webhook endpoint. */
export function logWebhookDenied({ reason, hint = '' }: WebhookDenied, ..._args: unknown[]): void {
  if (reason === 'signature-mismatch') logOnce('warn', `A webhook was answered with 401. ${hint}`)
}
