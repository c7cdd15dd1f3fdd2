/** The emulator's own time. It runs on like the real one, from wherever it was set. */
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

/** Makes a clock that agrees with `now` until it is set. */
export function createEmulatedClock(now: () => number): EmulatedClock {
  let offsetMs = 0
  return {
    nowMs: () => now() + offsetMs,
    setMs(unixMs) {
      assertFinite('unixMs', unixMs)
      offsetMs = unixMs - now()
    },
    advanceMs(durationMs) {
      assertFinite('durationMs', durationMs)
      offsetMs += durationMs
    },
    reset() {
      offsetMs = 0
    },
  }
}

function assertFinite(name: string, value: unknown): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new TypeError(`"${name}" must be a finite number of milliseconds`)
  }
}
