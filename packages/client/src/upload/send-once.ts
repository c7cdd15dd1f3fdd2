import type { ClientClock } from '../token-source/clock.js'
import { withDeadline } from '../token-source/with-deadline.js'
import type { UploadOptions } from './upload-options.js'

/** The options for one attempt, for the upload-client function that sends it. */
export type Attempt<Options> = Options & OneAttempt

interface OneAttempt {
  /** upload-client's own retries are off: they would send a token again that was taken long before. */
  retryThrottledRequestMaxTimes: 0
  retryNetworkErrorMaxTimes: 0
  /** Ends with the attempt: upload-client never takes its listeners off a signal, which may be one for 5000 files. */
  signal: AbortSignal
}

const NO_RETRIES = { retryThrottledRequestMaxTimes: 0, retryNetworkErrorMaxTimes: 0 } as const

// Neither browsers nor upload-client end a request whose answer never comes; in Node upload-client does not even notice
// that the connection broke off in the middle of an answer.
const LONGEST_SILENCE_MS = 60_000
const late = (): Error => new DOMException('Uploadcare did not answer in time', 'TimeoutError')

/**
 * Sends a request once, and waits for its answer no longer than a minute.
 *
 * @param bodyBytes how large the request's body is: it may take a millisecond longer for each byte
 */
export function sendOnce<Options extends Pick<UploadOptions, 'signal'>, T>(
  clock: ClientClock,
  options: Options,
  send: (attempt: Attempt<Options>) => Promise<T>,
  bodyBytes = 0,
): Promise<T> {
  return withDeadline(clock, LONGEST_SILENCE_MS + bodyBytes, late, options.signal, (signal) =>
    // Three times as fast as to spread what has two dozen properties, and that for each request.
    send(Object.assign({}, options, NO_RETRIES, { signal })),
  )
}
