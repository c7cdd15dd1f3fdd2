import { backoffMs } from '../token-source/backoff-ms.js'
import { wait } from '../token-source/wait.js'
import { failureOf } from './failure-of.js'
import { inAbortScope } from './in-abort-scope.js'
import { orCancelError } from './or-cancel-error.js'
import { throttleDelayMs } from './throttle-delay-ms.js'
import type { UploadContext } from './upload-context.js'
import type { UploadRequest } from './upload-event.js'
import type { UploadOptions } from './upload-options.js'

/** What each attempt gives to the upload-client function that it calls. */
export interface Attempt {
  /** upload-client's own retries are off: they would send a token again that was taken long before. */
  retryThrottledRequestMaxTimes: 0
  retryNetworkErrorMaxTimes: 0
  /** Ends with the attempt: upload-client never takes its listeners off a signal, which may be one for 5000 files. */
  signal: AbortSignal
}

/**
 * Sends a request again when it was throttled, or the network or the server failed, as often as the options allow.
 * Each cause has its own counter.
 *
 * @throws {CancelError} as soon as the signal aborts, also while it waits.
 */
export function sendWithRetries<T>(
  context: UploadContext,
  what: UploadRequest,
  options: UploadOptions,
  send: (attempt: Attempt) => Promise<T>,
): Promise<T> {
  return orCancelError(retry(context, what, options, send), options.signal)
}

const NO_RETRIES = { retryThrottledRequestMaxTimes: 0, retryNetworkErrorMaxTimes: 0 } as const

async function retry<T>(
  { source: { clock }, random, emit }: UploadContext,
  what: UploadRequest,
  { signal, retryThrottledRequestMaxTimes = 1, retryNetworkErrorMaxTimes = 3 }: UploadOptions,
  send: (attempt: Attempt) => Promise<T>,
): Promise<T> {
  let throttled = 0
  let failed = 0
  for (;;) {
    try {
      signal?.throwIfAborted()
      return await inAbortScope(signal, (scope) => send({ ...NO_RETRIES, signal: scope }))
    } catch (error) {
      const because = failureOf(error)
      if (!because || signal?.aborted) throw error
      const isThrottled = because === 'throttled'
      const attempt = isThrottled ? ++throttled : ++failed
      if (attempt > (isThrottled ? retryThrottledRequestMaxTimes : retryNetworkErrorMaxTimes)) throw error
      const delayMs = isThrottled ? throttleDelayMs(error, clock.wallMs()) : backoffMs(attempt, random)
      emit({ type: 'retried', what, because, attempt, delayMs })
      await wait(clock, delayMs, signal)
    }
  }
}
