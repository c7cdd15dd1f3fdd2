import { startStopwatch } from '../time/start-stopwatch.js'
import type { ClientClock } from '../time/clock.js'

/** Measures the speed of one attempt. */
export interface Rate {
  /** Notes how many bytes are sent. Returns the speed in bytes per second. */
  note(sentBytes: number): number
}

/** Bytes that were sent so many **milliseconds** ago count a third as much as those of now. */
const MEMORY_MS = 3000
// Shorter intervals measure the buffers of the browser.
const LEAST_MS = 100
// The computer slept.
const LONGEST_MS = 60_000

export function createRate(clock: ClientClock, startBytes: number): Rate {
  let elapsedMs = startStopwatch(clock)
  let lastBytes = startBytes
  let bytesPerSecond: number | undefined

  return {
    note(sentBytes) {
      const intervalMs = elapsedMs()
      if (intervalMs >= LEAST_MS) {
        const current = (Math.max(0, sentBytes - lastBytes) / intervalMs) * 1000
        const weight = bytesPerSecond === undefined ? 0 : Math.exp(-intervalMs / MEMORY_MS)
        bytesPerSecond =
          intervalMs > LONGEST_MS ? undefined : (bytesPerSecond ?? 0) * weight + current * (1 - weight)
        lastBytes = sentBytes
        elapsedMs = startStopwatch(clock)
      }
      return Math.round(bytesPerSecond ?? 0)
    },
  }
}
