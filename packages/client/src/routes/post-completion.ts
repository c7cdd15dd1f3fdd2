import { SecureUploadError } from '@secure-uploading/core/token'
import { withDeadline } from '../time/with-deadline.js'
import { requestEndpoint } from '../token-source/fetch-token.js'
import { parseTokenSourceOptions } from '../token-source/parse-token-source-options.js'
import type { TokenSource } from '../token-source/token-source.js'
import type { TokenSourceOptions } from '../token-source/token-source-options.js'

/** Creates a function that sends the names of completed files to the endpoint, and returns the JSON of the answer. */
export function createPost(
  options: TokenSourceOptions,
  { clock }: TokenSource,
): (names: readonly string[], signal: AbortSignal) => Promise<unknown> {
  const settings = parseTokenSourceOptions(options)
  const { timeoutMs } = settings
  const createError = (): Error =>
    new SecureUploadError(
      'ERR_ENDPOINT_TIMEOUT',
      `The uploads endpoint did not answer within ${timeoutMs} ms. Decrease its "timeLimitMs", or increase "timeoutMs".`,
      { retryable: true },
    )
  return async (completed, signal) => {
    const body = JSON.stringify({ completed })
    const { json } = await withDeadline(clock, timeoutMs, createError, signal, (scope) =>
      requestEndpoint(settings, scope, body),
    )
    return json
  }
}
