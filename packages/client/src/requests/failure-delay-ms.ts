import { backoffMs } from '../time/backoff-ms.js'
import type { Failure } from './classify-failure.js'

/**
 * Returns the **milliseconds** to wait after a failure: its `Retry-After`, else the backoff of at most 30 s. Without
 * `Retry-After` a throttled request waits at least a second.
 *
 * @param count how many times this kind of failure has occurred: 1 the first time
 */
export function failureDelayMs({ kind, retryAfterMs }: Failure, count: number, random: () => number): number {
  // After zero the backoff applies, or the retries would be used up within milliseconds.
  if (retryAfterMs) return retryAfterMs
  return backoffMs(kind === 'throttled' ? count + 1 : count, random)
}
