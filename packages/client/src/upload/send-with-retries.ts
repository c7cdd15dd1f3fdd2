import { retry, type RetryOptions } from './retry.js'
import { sendOnce, type Attempt } from './send-once.js'
import type { UploadContext } from './upload-context.js'
import type { UploadRequest } from './upload-event.js'

/**
 * Sends a request that needs no token, and sends it again when that may help.
 *
 * @param bodyBytes how large the request's body is
 * @throws {CancelError} as soon as the signal aborts, also while it waits.
 */
export function sendWithRetries<Options extends RetryOptions, T>(
  context: UploadContext,
  what: UploadRequest,
  options: Options,
  send: (attempt: Attempt<Options>) => Promise<T>,
  bodyBytes = 0,
): Promise<T> {
  return retry(context, what, options, () => sendOnce(context.source.clock, options, send, bodyBytes))
}
