import { callSafely } from '../../hooks/call-safely.js'
import type { WebhookHandlerOptions } from '../options/webhook-handler-options.js'
import { WebhookDenial } from '../webhook-denial.js'

/** Tells the app's hooks why a webhook was not taken. */
export function createWebhookReporter<Args extends unknown[]>(
  options: WebhookHandlerOptions<Args>,
): (error: unknown, args: Args) => void {
  const { onDeny, onError = logError } = options
  return (error, args) => {
    if (!(error instanceof WebhookDenial)) {
      callSafely(() => onError(error, ...args))
    } else if (onDeny) {
      const { reason, hint, answer } = error
      const { status, code } = answer
      callSafely(() => onDeny({ reason, status, code, ...(hint === undefined ? {} : { hint }) }, ...args))
    }
  }
}

// A webhook that fails for days and leaves no trace is the worst to find.
function logError(error: unknown): void {
  console.error('[secure-uploading] A webhook could not be handled:', error)
}
