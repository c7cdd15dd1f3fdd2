import type { ClientClock } from './clock.js'

/**
 * Returns a function that measures **milliseconds** from now. The larger of two differences counts, because the monotonic
 * clock may stand still while the computer sleeps and the wall clock may be set back. A wall clock that is wrong by a
 * constant has no effect.
 */
export function startStopwatch(clock: ClientClock): () => number {
  const wallMs = clock.wallMs()
  const monotonicMs = clock.monotonicMs()
  return () => Math.max(clock.wallMs() - wallMs, clock.monotonicMs() - monotonicMs)
}
