import type { ClientClock } from '../time/clock.js'
import { createAdaptiveLimit } from './create-adaptive-limit.js'

/** Runs a limited number of tasks at the same time, in the order in which they were added. */
export interface RequestQueue {
  /** @param bytes what the task sends, to measure the throughput */
  add<T>(task: () => Promise<T>, bytes?: number): Promise<T>
  /** Halves an adaptive limit, because the server throttles. */
  slowDown: () => void
}

/**
 * Creates a queue.
 *
 * @param limit how many tasks run at the same time. `undefined` adapts it to the throughput: 6 at first, at most 16
 */
export function createRequestQueue(clock: ClientClock, limit: number | undefined): RequestQueue {
  const adaptive = createAdaptiveLimit(clock, limit)
  let running = 0
  const waiting: (() => void)[] = []

  function startNext(): void {
    while (running < adaptive.current()) {
      const start = waiting.shift()
      if (!start) return
      running++
      start()
    }
  }

  return {
    async add(task, bytes = 0) {
      if (running < adaptive.current()) running++
      else await new Promise<void>((resolve) => waiting.push(resolve))
      try {
        const result = await task()
        adaptive.measure(bytes)
        return result
      } finally {
        running--
        startNext()
      }
    },
    slowDown: adaptive.slowDown,
  }
}
