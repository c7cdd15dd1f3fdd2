import { isSecureUploadError } from '@secure-uploading/core/token'
import { backoffMs } from '../token-source/backoff-ms.js'
import { wait } from '../token-source/wait.js'
import { withDeadline } from '../token-source/with-deadline.js'
import { DEFAULTS } from './defaults.js'
import { failureOf } from './failure-of.js'
import { orCancelError } from './or-cancel-error.js'
import { throttleDelayMs } from './throttle-delay-ms.js'
import type { UploadContext } from './upload-context.js'
import type { UploadRequest } from './upload-event.js'
import type { UploadOptions } from './upload-options.js'

/** How often a request may be sent again, and what stops it. */
export type RetryOptions = Pick<
  UploadOptions,
  'signal' | 'retryThrottledRequestMaxTimes' | 'retryNetworkErrorMaxTimes'
>

// A device may be wrong about it: what it takes for no connection may still reach a server nearby.
const LONGEST_OFFLINE_MS = 30_000
const late = (): Error => new Error('The device is still offline')
// Who is told to come back later than this is better told so.
const LONGEST_THROTTLE_MS = 600_000

/**
 * Runs an attempt again when Uploadcare throttled it, or the network or the server failed, as often as the options allow.
 * Each cause has its own counter. Being offline is waited for, and not counted.
 *
 * @throws {CancelError} as soon as the signal aborts, also while it waits.
 */
export function retry<T>(
  context: UploadContext,
  what: UploadRequest,
  options: RetryOptions,
  attempt: () => Promise<T>,
): Promise<T> {
  return orCancelError(run(context, what, options, attempt), options.signal)
}

async function run<T>(
  { source: { clock }, random, emit, network }: UploadContext,
  what: UploadRequest,
  options: RetryOptions,
  attempt: () => Promise<T>,
): Promise<T> {
  const { signal } = options
  const { retryThrottledRequestMaxTimes = DEFAULTS.retryThrottledRequestMaxTimes } = options
  const { retryNetworkErrorMaxTimes = DEFAULTS.retryNetworkErrorMaxTimes } = options
  let throttled = 0
  let failed = 0
  for (;;) {
    try {
      return await attempt()
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
      // The token source has tried again itself, as often as it may.
      if (isSecureUploadError(error)) throw error
      const isThrottled = because === 'throttled'
      const count = isThrottled ? ++throttled : ++failed
      const delayMs = isThrottled ? throttleDelayMs(error, clock.wallMs()) : backoffMs(count, random)
      const isTooOften = count > (isThrottled ? retryThrottledRequestMaxTimes : retryNetworkErrorMaxTimes)
      if (isTooOften || delayMs > LONGEST_THROTTLE_MS) throw error
      emit({ type: 'retried', what, because, attempt: count, delayMs })
      await wait(clock, delayMs, signal)
    }
  }
}
