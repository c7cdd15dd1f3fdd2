import { backoffMs } from '../token-source/backoff-ms.js'
import { wait } from '../token-source/wait.js'
import { withDeadline } from '../token-source/with-deadline.js'
import { failureOf } from './failure-of.js'
import { orCancelError } from './or-cancel-error.js'
import { throttleDelayMs } from './throttle-delay-ms.js'
import type { UploadContext } from './upload-context.js'
import type { UploadRequest } from './upload-event.js'
import type { UploadOptions } from './upload-options.js'

/** How often a request may be sent again, and what stops it. */
type RetryOptions = Pick<
  UploadOptions,
  'signal' | 'retryThrottledRequestMaxTimes' | 'retryNetworkErrorMaxTimes'
>

/** The options for one attempt, for the upload-client function that sends it. */
export type Attempt<Options> = Options & OneAttempt

interface OneAttempt {
  /** upload-client's own retries are off: they would send a token again that was taken long before. */
  retryThrottledRequestMaxTimes: 0
  retryNetworkErrorMaxTimes: 0
  /** Ends with the attempt: upload-client never takes its listeners off a signal, which may be one for 5000 files. */
  signal: AbortSignal
}

/**
 * Sends a request again when it was throttled, or the network or the server failed, as often as the options allow.
 * Each cause has its own counter. Being offline is waited for, and not counted.
 *
 * @param bodyBytes how large the request's body is: it may take a millisecond longer for each byte
 * @throws {CancelError} as soon as the signal aborts, also while it waits.
 */
export function sendWithRetries<Options extends RetryOptions, T>(
  context: UploadContext,
  what: UploadRequest,
  options: Options,
  send: (attempt: Attempt<Options>) => Promise<T>,
  bodyBytes = 0,
): Promise<T> {
  return orCancelError(retry(context, what, options, send, bodyBytes), options.signal)
}

const NO_RETRIES = { retryThrottledRequestMaxTimes: 0, retryNetworkErrorMaxTimes: 0 } as const

// Neither browsers nor upload-client end a request whose answer never comes; in Node upload-client does not even notice
// that the connection broke off in the middle of an answer.
const LONGEST_SILENCE_MS = 60_000
// A timer for longer goes off at once.
const LONGEST_TIMER_MS = 2 ** 31 - 1
const late = (): Error => new DOMException('Uploadcare did not answer in time', 'TimeoutError')

// A device may be wrong about it: what it takes for no connection may still reach a server nearby.
const LONGEST_OFFLINE_MS = 30_000

async function retry<Options extends RetryOptions, T>(
  { source: { clock }, random, emit, network }: UploadContext,
  what: UploadRequest,
  options: Options,
  send: (attempt: Attempt<Options>) => Promise<T>,
  bodyBytes: number,
): Promise<T> {
  const { signal, retryThrottledRequestMaxTimes = 1, retryNetworkErrorMaxTimes = 3 } = options
  let throttled = 0
  let failed = 0
  for (;;) {
    try {
      return await withDeadline(
        clock,
        Math.min(LONGEST_SILENCE_MS + bodyBytes, LONGEST_TIMER_MS),
        late,
        signal,
        // Three times as fast as to spread what has two dozen properties, and that for each request.
        (scope) => send(Object.assign({}, options, NO_RETRIES, { signal: scope })),
      )
    } catch (error) {
      const because = failureOf(error)
      if (!because || signal?.aborted) throw error
      if (because === 'network' && network.isOffline()) {
        emit({ type: 'waiting', what, for: 'network' })
        await withDeadline(clock, LONGEST_OFFLINE_MS, late, signal, network.untilOnline).catch(() =>
          signal?.throwIfAborted(),
        )
        continue
      }
      const isThrottled = because === 'throttled'
      const attempt = isThrottled ? ++throttled : ++failed
      if (attempt > (isThrottled ? retryThrottledRequestMaxTimes : retryNetworkErrorMaxTimes)) throw error
      const delayMs = isThrottled ? throttleDelayMs(error, clock.wallMs()) : backoffMs(attempt, random)
      emit({ type: 'retried', what, because, attempt, delayMs })
      await wait(clock, delayMs, signal)
    }
  }
}
