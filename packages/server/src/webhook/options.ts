import type { Clock } from '@secure-uploading/core'
import { assertOptions } from '@secure-uploading/core/internal'
import { logErrorOf } from '../options/default-log.js'
import { createKeyResolver, type KeyOptions, type Keys } from '../options/keys.js'
import { assertFunctions } from '../options/assert-functions.js'
import { createSecretResolver, type SecretResolver, type Secrets } from '../options/secrets.js'
import { parseReceipts, type Receipts, type ReceiptSettings } from '../receipt/options.js'
import type { CompletionSettings } from '../uploads/completion.js'
import type { Uploads } from '../uploads/define-uploads.js'
import {
  assertUploads,
  COMPLETION_OPTIONS,
  parseCompletionOptions,
  type CompletionOptions,
} from '../uploads/options.js'
import type { WebhookDenied, WebhookEvent } from './events.js'
import { logWebhookDenied } from './log-denied.js'

/** The options of `createWebhookHandler`. `Args` are the arguments that the framework passes to its handlers. */
export interface WebhookHandlerOptions<Args extends unknown[]>
  extends Clock, KeyOptions<Args>, CompletionOptions {
  /**
   * The signing secret in the webhook's settings; while it is replaced, the new and the old one. A function is called for
   * each webhook, so it can choose by request.
   */
  signingSecret: Secrets<Args>
  /**
   * Called with every event that Uploadcare signed. The answer is sent after it completes: 204, or 500 when it throws, which
   * makes Uploadcare send the event again. The same event may arrive twice in any case, so it must be idempotent.
   * Optional with `uploads`.
   */
  onEvent?: ((event: WebhookEvent, ...args: Args) => unknown) | undefined
  /**
   * Verifies the upload receipts of files, with the same options as the token handler. A receipt carries its own expiry, so
   * `expiresIn` has no effect here.
   *
   * @default none
   */
  receipts?: Receipts<Args> | undefined
  /**
   * Completes the files of these upload routes, also when the page that uploaded them was closed. Pass the same `uploads`,
   * keys, `receipts`, `quota` and `results` as to the uploads handler. The keys and the options of the REST API are used only
   * for this.
   *
   * @default none
   */
  uploads?: Uploads<never, unknown> | undefined
  /**
   * The largest body that is read, in **bytes**.
   *
   * @default 1048576 (1 MiB)
   */
  maxBodyBytes?: number | undefined
  /**
   * Called after a request was refused. Not awaited.
   *
   * @default with `NODE_ENV` `development` or `test`, a line in the console about a signature that does not match
   */
  onDeny?: ((event: WebhookDenied, ...args: Args) => unknown) | undefined
  /**
   * Called with the error behind a 500. Not awaited.
   *
   * @default with `NODE_ENV` `development` or `test`, a line in the console
   */
  onError?: ((error: unknown, ...args: Args) => unknown) | undefined
}

/** How the webhook endpoint completes the files of upload routes. */
export interface WebhookCompletionSettings<Args extends unknown[]> {
  uploads: Uploads<never, unknown>
  keysFor: (args: Args) => Keys | Promise<Keys>
  secretsFor: SecretResolver<Args>
  settings: CompletionSettings
}

/** The options of a webhook endpoint, checked and with their defaults. */
export interface WebhookSettings<Args extends unknown[]> {
  secretsFor: SecretResolver<Args>
  onEvent: ((event: WebhookEvent, ...args: Args) => unknown) | undefined
  receipts: ReceiptSettings<Args> | undefined
  completion: WebhookCompletionSettings<Args> | undefined
  maxBodyBytes: number
  onDeny: (event: WebhookDenied, ...args: Args) => unknown
  /** Whether to look for the likely mistake in a signature, for `onDeny` of the app. */
  explainsSignatures: boolean
  onError: (error: unknown, ...args: Args) => unknown
  now: () => number
}

const UPLOADS_OPTIONS = ['publicKey', 'secretKey', ...COMPLETION_OPTIONS]
const OPTIONS = [
  ...['signingSecret', 'onEvent', 'receipts', 'uploads', 'maxBodyBytes', 'onDeny', 'onError', 'now'],
  ...UPLOADS_OPTIONS,
]

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
  if (onEvent === undefined && options.uploads === undefined) {
    throw new TypeError('"onEvent" must be a function that receives the events')
  }
  if (!Number.isInteger(maxBodyBytes) || maxBodyBytes <= 0) {
    throw new TypeError('"maxBodyBytes" must be a positive whole number of bytes')
  }
  const parsedReceipts = receipts && parseReceipts(receipts, options.publicKey)
  return {
    secretsFor: createSecretResolver('signingSecret', signingSecret),
    onEvent,
    receipts: parsedReceipts,
    completion: parseCompletion(options, parsedReceipts, now),
    maxBodyBytes,
    onDeny,
    explainsSignatures: options.onDeny !== undefined,
    onError,
    now,
  }
}

function parseCompletion<Args extends unknown[]>(
  options: WebhookHandlerOptions<Args>,
  receipts: ReceiptSettings<Args> | undefined,
  now: () => number,
): WebhookCompletionSettings<Args> | undefined {
  const { uploads } = options
  if (uploads === undefined) {
    const useless = UPLOADS_OPTIONS.find((name) => Reflect.get(options, name) !== undefined)
    if (useless !== undefined) throw new TypeError(`"${useless}" requires "uploads"`)
    return undefined
  }
  assertUploads(uploads)
  if (receipts === undefined) {
    throw new TypeError('"uploads" requires "receipts", with the same secret as in the uploads handler')
  }
  return {
    uploads,
    keysFor: createKeyResolver(options),
    secretsFor: receipts.secretsFor,
    settings: parseCompletionOptions(options, now),
  }
}
