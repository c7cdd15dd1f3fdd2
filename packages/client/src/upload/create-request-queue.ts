import type { ClientClock } from '../time/clock.js'
import { startStopwatch } from '../time/start-stopwatch.js'

/** Runs a limited number of tasks at the same time, in the order in which they were added. */
export interface RequestQueue {
  /** @param bytes what the task sends, to measure the throughput */
  add<T>(task: () => Promise<T>, bytes?: number): Promise<T>
  /** Halves an adaptive limit, because the server throttles. */
  slowDown(): void
}

const FIRST_LIMIT = 6
const HIGHEST_LIMIT = 16
// Smaller changes are noise.
const GROWTH = 1.1
const FALL = 0.7
/** A request costs about as much as so many bytes, so that the throughput of small files is their number. */
const BYTES_PER_REQUEST = 16 * 1024

/**
 * Creates a queue.
 *
 * @param limit how many tasks run at the same time. `undefined` adapts it to the throughput: it starts at 6, rises by one
 *   after each round that was 10 % faster, up to 16, and halves when the throughput falls. The protocol cannot be detected
 *   across origins, so only the throughput shows what the connection can do
 */
export function createRequestQueue(clock: ClientClock, limit: number | undefined): RequestQueue {
  let current = limit ?? FIRST_LIMIT
  let running = 0
  let round = startRound()
  let lastThroughput = 0
  const waiting: (() => void)[] = []

  function startRound() {
    return { finished: 0, bytes: 0, elapsedMs: startStopwatch(clock) }
  }

  function startNext(): void {
    while (running < current) {
      const start = waiting.shift()
      if (!start) return
      running++
      start()
    }
  }

  function setLimit(next: number): void {
    if (limit !== undefined) return
    current = Math.min(HIGHEST_LIMIT, Math.max(1, next))
    startNext()
  }

  function measure(bytes: number): void {
    round.finished++
    round.bytes += bytes + BYTES_PER_REQUEST
    if (round.finished < current) return
    const throughput = round.bytes / Math.max(1, round.elapsedMs())
    if (throughput > lastThroughput * GROWTH) setLimit(current + 1)
    else if (throughput < lastThroughput * FALL) setLimit(Math.ceil(current / 2))
    lastThroughput = throughput
    round = startRound()
  }

  return {
    async add(task, bytes = 0) {
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        startNext()
      })
      try {
        const result = await task()
        measure(bytes)
        return result
      } finally {
        running--
        startNext()
      }
    },
    slowDown() {
      setLimit(Math.ceil(current / 2))
      lastThroughput = 0
      round = startRound()
    },
  }
}
