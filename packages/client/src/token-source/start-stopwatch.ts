import type { ClientClock } from './clock.js'

/**
 * Counts the **milliseconds** from now on. The larger of two differences counts: the monotonic clock may stand still
 * while the computer sleeps, the wall clock may be set back. A wall clock that is wrong by a constant does not matter.
 */
export function startStopwatch(clock: ClientClock): () => number {
  const wallMs = clock.wallMs()
  const monotonicMs = clock.monotonicMs()
  return () => Math.max(clock.wallMs() - wallMs, clock.monotonicMs() - monotonicMs)
}
