import type { ClientClock } from '../time/clock.js'
import { startStopwatch } from '../time/start-stopwatch.js'

/** How many tasks run at the same time. */
export interface AdaptiveLimit {
  current(): number
  /** Notes that a task has sent so many bytes. May change the limit. */
  measure: (bytes: number) => void
  /** Halves the limit, because the server throttles. */
  slowDown: () => void
}

const FIRST_LIMIT = 6
const HIGHEST_LIMIT = 16
// Smaller changes are noise.
const GROWTH = 1.1
const FALL = 0.7
/** A request costs about as much as so many bytes, so that the throughput of small files is their number. */
const BYTES_PER_REQUEST = 16 * 1024

/**
 * Creates a limit.
 *
 * @param limit a fixed limit. `undefined` adapts it to the throughput: it starts at 6, rises by one after each round that was
 *   10 % faster, up to 16, and halves when the throughput falls. Then it rises as at the start. The protocol cannot be detected
 *   across origins, so only the throughput shows what the connection can do
 */
export function createAdaptiveLimit(clock: ClientClock, limit: number | undefined): AdaptiveLimit {
  let current = limit ?? FIRST_LIMIT
  let round = startRound()
  let lastThroughput = 0

  function startRound() {
    return { finished: 0, bytes: 0, elapsedMs: startStopwatch(clock) }
  }

  function setLimit(next: number): void {
    if (limit === undefined) current = Math.min(HIGHEST_LIMIT, Math.max(1, next))
  }

  /** The throughput of fewer tasks is no measure for more, so that the next round starts a new comparison. */
  function slowDown(): void {
    setLimit(Math.ceil(current / 2))
    lastThroughput = 0
    round = startRound()
  }

  return {
    current: () => current,
    measure(bytes) {
      round.finished++
      round.bytes += bytes + BYTES_PER_REQUEST
      if (round.finished < current) return
      const throughput = round.bytes / Math.max(1, round.elapsedMs())
      if (throughput < lastThroughput * FALL) {
        slowDown()
        return
      }
      if (throughput > lastThroughput * GROWTH) setLimit(current + 1)
      lastThroughput = throughput
      round = startRound()
    },
    slowDown,
  }
}
