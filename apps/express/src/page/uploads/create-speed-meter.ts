/** Measures the speed of one upload over the last seconds, which smooths the figure. */
export interface SpeedMeter {
  /** Records the bytes sent so far. @returns bytes per second, or undefined until there are enough samples */
  measure: (sentBytes: number, nowMs: number) => number | undefined
}

const WINDOW_MS = 3000
const MIN_SPAN_MS = 250

export function createSpeedMeter(): SpeedMeter {
  let samples: { sentBytes: number; atMs: number }[] = []
  return {
    measure(sentBytes, nowMs) {
      const newest = samples.at(-1)
      // A retried request starts again from zero.
      if (newest && sentBytes < newest.sentBytes) samples = []
      samples.push({ sentBytes, atMs: nowMs })
      while (samples.length > 2 && samples[0] && nowMs - samples[0].atMs > WINDOW_MS) samples.shift()
      const oldest = samples[0]
      if (!oldest || nowMs - oldest.atMs < MIN_SPAN_MS) return undefined
      return ((sentBytes - oldest.sentBytes) * 1000) / (nowMs - oldest.atMs)
    },
  }
}
