import type { Receipts, ReceiptSettings } from '../receipt/options.js'
import { parseRestApiOptions, REST_API_OPTIONS, type RestApiOptions } from '../rest-api/options.js'
import type { Authorize } from '../token/grant.js'
import {
  parseTokenOptions,
  TOKEN_OPTIONS,
  type TokenHandlerOptions,
  type TokenSettings,
} from '../token/options.js'
import type { CompletionSettings } from './completion.js'
import type { Uploads } from './define-uploads.js'
import type { UploadDenied } from './events.js'
import { logUploadDenied } from './log-denied.js'
import { assertQuota, assertResults, type Quota, type ResultStore } from './limits.js'

/** The options of completing files. Pass the same to the uploads handler and the webhook handler. */
export interface CompletionOptions extends RestApiOptions {
  /**
   * Limits the bytes per subject. A file that exceeds the quota is deleted.
   *
   * @default none
   */
  quota?: Quota | undefined
  /**
   * Keeps the data of each file, so that `onUploaded` is not called again for it and the client receives the data when the
   * webhook was first; of a deleted file it keeps the reason. It also lets `maxFiles` and `quota` count each file exactly once.
   *
   * @default none
   */
  results?: ResultStore | undefined
}

/** The options of `createUploadsHandler`. `Args` are the arguments that the framework passes to its handlers. */
export interface UploadsHandlerOptions<Args extends unknown[]>
  extends
    Omit<TokenHandlerOptions<Args>, 'authorize' | 'receipts' | 'onDeny' | 'onError'>,
    CompletionOptions {
  /** The upload routes, from `defineUploads`. */
  uploads: Uploads<Args, unknown>
  /** Decides who may upload. Its grant must have a `subject`. */
  authorize: Authorize<Args>
  /** Signs the receipts that bind files to a subject and a route, and the records of accepted files. */
  receipts: Receipts<Args>
  /**
   * Called after a request was refused, and after a file was rejected. Not awaited.
   *
   * @default a line in the console in development, when a request was refused by its origin or has no user, or a receipt is
   * invalid
   */
  onDeny?: ((event: UploadDenied, ...args: Args) => unknown) | undefined
  /**
   * Called with the error behind a 500 or a `failed` file, and once per completion with the error of a REST API that cannot be
   * reached or answers with a 5xx. Not awaited.
   *
   * @default with `NODE_ENV` `development` or `test`, a line in the console
   */
  onError?: ((error: unknown, ...args: Args) => unknown) | undefined
}

/** The options of an uploads endpoint, checked and with their defaults. */
export interface UploadsSettings<Args extends unknown[]> {
  uploads: Uploads<Args, unknown>
  authorize: Authorize<Args>
  receipts: ReceiptSettings<Args>
  token: TokenSettings<Args>
  completion: CompletionSettings
  onDeny: (event: UploadDenied, ...args: Args) => unknown
}

/** The names of {@link CompletionOptions}. */
export const COMPLETION_OPTIONS: readonly string[] = ['quota', 'results', ...REST_API_OPTIONS]

/**
 * Checks the options of an uploads endpoint and adds the defaults. They may come from JavaScript.
 *
 * @throws {TypeError} naming the option and what it must be.
 */
export function parseUploadsOptions<Args extends unknown[]>(
  options: UploadsHandlerOptions<Args>,
): UploadsSettings<Args> {
  const token = parseTokenOptions(options, {
    names: ['uploads', ...TOKEN_OPTIONS, ...COMPLETION_OPTIONS],
    endpoint: 'uploads endpoint',
  })
  const { uploads, authorize, onDeny = logUploadDenied } = options
  assertUploads(uploads)
  if (typeof authorize !== 'function') {
    throw new TypeError('"authorize" must be a function that returns a grant with a "subject", or refuses')
  }
  if (token.receipts === undefined) {
    throw new TypeError('"receipts" is missing. Pass { secret }, which binds files to a subject and a route')
  }
  const completion = parseCompletionOptions(options, token.now)
  return { uploads, authorize, receipts: token.receipts, token, completion, onDeny }
}

/** @throws {TypeError} naming the option and what it must be. */
export function parseCompletionOptions(options: CompletionOptions, now: () => number): CompletionSettings {
  const { quota, results } = options
  if (quota !== undefined) assertQuota(quota)
  if (results !== undefined) assertResults(results)
  return { restApi: parseRestApiOptions(options), quota, results, now }
}

/** @throws {TypeError} when a value was not created by `defineUploads`. */
export function assertUploads(uploads: unknown): void {
  if (typeof uploads === 'object' && uploads !== null && '~routes' in uploads) return
  throw new TypeError('"uploads" must be the result of defineUploads')
}
