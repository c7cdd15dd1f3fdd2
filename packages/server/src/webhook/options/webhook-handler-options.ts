import type { Clock } from '@secure-uploading/core'
import type { Receipts } from '../../receipts/receipts.js'
import type { Secrets } from '../../secrets/create-secrets.js'
import type { WebhookEvent } from '../event/webhook-event.js'
import type { WebhookDenied } from '../hooks/webhook-denied.js'

/** The options of every adapter's webhook handler. `Args` are what its framework calls a handler with. */
export interface WebhookHandlerOptions<Args extends unknown[]> extends Clock {
  /**
   * The signing secret of the webhook, as its settings in the dashboard have it; while it is replaced, the new one and the
   * old one. Literals are checked at once; a function is asked for each webhook, and may choose by request.
   */
  signingSecret: Secrets<Args>
  /**
   * Called with every event that Uploadcare signed. Uploadcare is answered when it is done: well, or with a 500 when it
   * throws, and then the event comes again. The same event can come twice in any case: let the second do no harm.
   */
  onEvent: (event: WebhookEvent, ...args: Args) => unknown
  /**
   * Checks the upload receipts of files, with the secrets that the token handler makes them with. It takes the token
   * handler's `receipts` as they are: when a receipt ends is told by the receipt, so `expiresIn` changes nothing here. Not
   * unless given.
   */
  receipts?: Receipts<Args>
  /** The largest body it reads, in **bytes**: 1048576 (1 MiB) unless given. */
  maxBodyBytes?: number
  /** Called after a request was refused. Nobody waits for it. */
  onDeny?: (event: WebhookDenied, ...args: Args) => unknown
  /** Called with what was thrown when the answer is a 500. `console.error` unless given. Nobody waits for it. */
  onError?: (error: unknown, ...args: Args) => unknown
}
