/** The emulator's own time, in the years 1 to 9999. It runs on like the real one, from wherever it was set. */
export interface EmulatedClock {
  /** Unix **milliseconds**. */
  nowMs: () => number
  /** Sets it to a moment in Unix **milliseconds**. */
  setMs(unixMs: number): void
  /** Moves it by some **milliseconds**; backwards when negative. */
  advanceMs(durationMs: number): void
  /** Goes back to the real time. */
  reset(): void
}

// Dates have four digits of the year in every answer of the API.
const EARLIEST_MS = Date.parse('0001-01-01T00:00:00Z')
const LATEST_MS = Date.parse('9999-12-31T23:59:59Z')

/** Makes a clock that agrees with `now` until it is set. */
export function createEmulatedClock(now: () => number): EmulatedClock {
  let offsetMs = 0
  return {
    nowMs: () => now() + offsetMs,
    setMs(unixMs) {
      assertMoment('unixMs', unixMs, unixMs)
      offsetMs = unixMs - now()
    },
    advanceMs(durationMs) {
      assertMoment('durationMs', durationMs, now() + offsetMs + durationMs)
      offsetMs += durationMs
    },
    reset() {
      offsetMs = 0
    },
  }
}

function assertMoment(name: string, value: unknown, resultMs: number): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new TypeError(`"${name}" must be a finite number of milliseconds`)
  }
  if (resultMs < EARLIEST_MS || resultMs > LATEST_MS) {
    throw new TypeError(`"${name}" must leave the clock between the years 1 and 9999`)
  }
}
