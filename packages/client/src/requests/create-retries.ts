import { isSecureUploadError, SecureUploadError } from '@secure-uploading/core/token'
import { findBlocker } from '../network/find-blocker.js'
import { throwIfAborted } from '../time/abort.js'
import { startStopwatch } from '../time/start-stopwatch.js'
import { wait } from '../time/wait.js'
import { withDeadline } from '../time/with-deadline.js'
import type { Failure, FailureKind } from './classify-failure.js'
import { DEFAULTS } from './defaults.js'
import { failureDelayMs } from './failure-delay-ms.js'
import { finalError } from './final-error.js'
import type { RequestContext } from './request-context.js'
import type { RetryReason, UploadRequest } from './upload-event.js'
import type { RetryOptions } from './upload-options.js'

/** The retries of one request. */
export interface Retries {
  /** Waits until the request may be repeated. @throws the error when it is final or has occurred too often. */
  wait(error: unknown, failure: Failure): Promise<void>
}

interface Retried {
  name: UploadRequest
  options: RetryOptions
  address: string
  assertReadable?: () => Promise<void>
}

/** The reason in events for the kinds of failures that are retried. */
const REASONS: Partial<Record<FailureKind, RetryReason>> = {
  throttled: 'throttled',
  server: 'server',
  network: 'network',
  unclear: 'server',
}

const MOST_UNCLEAR_RETRIES = 2
// Longer delays are reported, not awaited.
const LONGEST_DELAY_MS = 600_000
// A device may be wrong about being offline: a server nearby may still be reachable.
const LONGEST_OFFLINE_PAUSE_MS = 30_000
// Requests fail shortly before the device reports that it is offline.
const OFFLINE_REPORT_MS = 250

export function createRetries(context: RequestContext, call: Retried): Retries {
  const { random, emit, network } = context
  const { clock } = context.source
  const { name, options, address, assertReadable } = call
  const { signal, offlineTimeoutMs = DEFAULTS.offlineTimeoutMs } = options
  const counts = { throttled: 0, network: 0, server: 0 }
  let unclear = 0
  let offlineMs: (() => number) | undefined

  async function waitUntilOnline(error: unknown): Promise<void> {
    offlineMs ??= startStopwatch(clock)
    const remainingMs = offlineTimeoutMs - offlineMs()
    if (remainingMs <= 0) throw error
    emit({ type: 'waiting', what: name, for: 'network' })
    const pauseMs = Math.min(LONGEST_OFFLINE_PAUSE_MS, remainingMs)
    await withDeadline(clock, pauseMs, Error, signal, network.untilOnline).catch(() => {
      throwIfAborted(signal)
    })
  }

  /** Ends retries that cannot help: the file has changed, or the page blocks the address. */
  async function assertRepeatable(error: unknown): Promise<void> {
    await assertReadable?.()
    // A blocked request fails early.
    if (error instanceof Error && error.name === 'TimeoutError') return
    const blocker = await findBlocker(address, counts.network, signal)
    if (blocker === undefined) return
    const { origin } = new URL(address)
    throw new SecureUploadError('ERR_UPLOAD_BLOCKED', blocker, { cause: error, data: { origin } })
  }

  return {
    async wait(error, failure) {
      if (signal?.aborted) throw error
      const because = REASONS[failure.kind]
      if (!because) throw finalError(error, failure, address)
      if (because === 'network' && network.isOffline()) return waitUntilOnline(error)
      offlineMs = undefined
      // The token source has repeated its request already.
      if (isSecureUploadError(error)) throw error
      counts[because]++
      if (failure.kind === 'unclear') unclear++
      if (because === 'network') await assertRepeatable(error)
      const [count, limit] =
        because === 'throttled'
          ? ([counts.throttled, 'retryThrottledRequestMaxTimes'] as const)
          : ([counts.network + counts.server, 'retryNetworkErrorMaxTimes'] as const)
      const delayMs = failureDelayMs(failure, count, random)
      const isTooOften = count > (options[limit] ?? DEFAULTS[limit]) || unclear > MOST_UNCLEAR_RETRIES
      if (isTooOften && because === 'network' && network.isReported()) {
        await wait(clock, OFFLINE_REPORT_MS, signal)
        if (network.isOffline()) {
          counts.network--
          return waitUntilOnline(error)
        }
      }
      if (isTooOften || delayMs > LONGEST_DELAY_MS) throw finalError(error, failure, address)
      const { status } = failure
      emit({
        type: 'retried',
        what: name,
        because,
        attempt: count,
        delayMs,
        ...(status !== undefined && { status }),
      })
      await wait(clock, delayMs, signal)
    },
  }
}
