/** Tells the speed of one upload over its last seconds, so that a figure stays readable and still follows. */
export interface SpeedMeter {
  /** Notes how much has been sent by now, and returns bytes per second, or undefined while it is too early to say. */
  measure: (sentBytes: number, nowMs: number) => number | undefined
}

const WINDOW_MS = 3000
const SHORTEST_MS = 250

export function createSpeedMeter(): SpeedMeter {
  let samples: { sentBytes: number; atMs: number }[] = []
  return {
    measure(sentBytes, nowMs) {
      const newest = samples.at(-1)
      // A request that is sent again starts over.
      if (newest && sentBytes < newest.sentBytes) samples = []
      samples.push({ sentBytes, atMs: nowMs })
      while (samples.length > 2 && samples[0] && nowMs - samples[0].atMs > WINDOW_MS) samples.shift()
      const oldest = samples[0]
      if (!oldest || nowMs - oldest.atMs < SHORTEST_MS) return undefined
      return ((sentBytes - oldest.sentBytes) * 1000) / (nowMs - oldest.atMs)
    },
  }
}
