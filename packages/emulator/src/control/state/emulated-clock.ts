/** The emulator's clock, within the years 1 to 9999. It keeps running from the time that it is set to. */
export interface EmulatedClock {
  /** Returns the time in Unix **milliseconds**. */
  nowMs: () => number
  /**
   * Sets the clock, in Unix **milliseconds**.
   *
   * @throws {TypeError} when the time is not a finite number or outside the range.
   */
  setMs(unixMs: number): void
  /**
   * Moves the clock by a number of **milliseconds**, backward when negative.
   *
   * @throws {TypeError} when the result is not a finite number or outside the range.
   */
  advanceMs(durationMs: number): void
  /** Restores the real time. */
  reset(): void
}

// The API formats dates with a four-digit year.
const EARLIEST_MS = Date.parse('0001-01-01T00:00:00Z')
const LATEST_MS = Date.parse('9999-12-31T23:59:59Z')

/** Creates a clock that follows `now` until it is set. */
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
    throw new TypeError(`"${name}" must keep the clock within the years 1 to 9999`)
  }
}
