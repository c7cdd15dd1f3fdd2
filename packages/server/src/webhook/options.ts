import type { Clock } from '@secure-uploading/core'
import { assertOptions } from '@secure-uploading/core/internal'
import { logErrorOf } from '../options/default-log.js'
import { assertFunctions } from '../options/assert-functions.js'
import { createSecretResolver, type SecretResolver, type Secrets } from '../options/secrets.js'
import { parseReceipts, type Receipts, type ReceiptSettings } from '../receipt/options.js'
import type { WebhookDenied, WebhookEvent } from './events.js'
import { logWebhookDenied } from './log-denied.js'

/** The options of `createWebhookHandler`. `Args` are the arguments that the framework passes to its handlers. */
export interface WebhookHandlerOptions<Args extends unknown[]> extends Clock {
  /**
   * The signing secret in the webhook's settings; while it is replaced, the new and the old one. A function is called for
   * each webhook, so it can choose by request.
   */
  signingSecret: Secrets<Args>
  /**
   * Called with every event that Uploadcare signed. The answer is sent after it completes: 204, or 500 when it throws, which
   * makes Uploadcare send the event again. The same event may arrive twice in any case, so it must be idempotent.
   */
  onEvent: (event: WebhookEvent, ...args: Args) => unknown
  /**
   * Verifies the upload receipts of files, with the same options as the token handler. A receipt carries its own expiry, so
   * `expiresIn` has no effect here.
   *
   * @default none
   */
  receipts?: Receipts<Args>
  /**
   * The largest body that is read, in **bytes**.
   *
   * @default 1048576 (1 MiB)
   */
  maxBodyBytes?: number
  /**
   * Called after a request was refused. Not awaited.
   *
   * @default with `NODE_ENV` `development` or `test`, a line in the console about a signature that does not match
   */
  onDeny?: (event: WebhookDenied, ...args: Args) => unknown
  /**
   * Called with the error behind a 500. Not awaited.
   *
   * @default with `NODE_ENV` `development` or `test`, a line in the console
   */
  onError?: (error: unknown, ...args: Args) => unknown
}

/** The options of a webhook endpoint, checked and with their defaults. */
export interface WebhookSettings<Args extends unknown[]> {
  secretsFor: SecretResolver<Args>
  onEvent: (event: WebhookEvent, ...args: Args) => unknown
  receipts: ReceiptSettings<Args> | undefined
  maxBodyBytes: number
  onDeny: (event: WebhookDenied, ...args: Args) => unknown
  /** Whether to look for the likely mistake in a signature, for `onDeny` of the app. */
  explainsSignatures: boolean
  onError: (error: unknown, ...args: Args) => unknown
  now: () => number
}

const OPTIONS = ['signingSecret', 'onEvent', 'receipts', 'maxBodyBytes', 'onDeny', 'onError', 'now']

/**
 * Checks the options of a webhook endpoint and adds the defaults. They may come from JavaScript.
 *
 * @throws {TypeError} naming the option and what it must be.
 */
export function parseWebhookOptions<Args extends unknown[]>(
  options: WebhookHandlerOptions<Args>,
): WebhookSettings<Args> {
  assertOptions(options, OPTIONS)
  const { signingSecret, onEvent, receipts, maxBodyBytes = 1_048_576 } = options
  const { onDeny = logWebhookDenied, onError = logErrorOf('webhook endpoint'), now = Date.now } = options
  assertFunctions({ onEvent, onDeny, onError, now })
  assertPresent(onEvent)
  if (!Number.isInteger(maxBodyBytes) || maxBodyBytes <= 0) {
    throw new TypeError('"maxBodyBytes" must be a positive whole number of bytes')
  }
  return {
    secretsFor: createSecretResolver('signingSecret', signingSecret),
    onEvent,
    receipts: receipts === undefined ? undefined : parseReceipts(receipts),
    maxBodyBytes,
    onDeny,
    explainsSignatures: options.onDeny !== undefined,
    onError,
    now,
  }
}

function assertPresent(onEvent: unknown): void {
  if (onEvent === undefined) throw new TypeError('"onEvent" must be a function that receives the events')
}
