import type { ClientClock } from '../src/time/clock.js'

export interface FakeClock extends ClientClock {
  /** Advances the time, runs the timers that become due, and lets promises settle in between. */
  advance(durationMs: number): Promise<void>
  /** Sets the wall clock forward or, with a negative number, back. No time passes. */
  stepWall(byMs: number): void
  /** Advances only the wall clock, as on many computers during sleep. */
  sleep(durationMs: number): void
  readonly timers: number
}

const START_MS = 1_700_000_000_000

export function createFakeClock(): FakeClock {
  let monotonicMs = 1000
  let wallOffsetMs = START_MS - monotonicMs
  let timers: { dueMs: number; callback: () => void }[] = []

  return {
    wallMs: () => monotonicMs + wallOffsetMs,
    monotonicMs: () => monotonicMs,
    setTimeout(callback, delayMs) {
      const timer = { dueMs: monotonicMs + delayMs, callback }
      timers.push(timer)
      return timer
    },
    clearTimeout(timer) {
      timers = timers.filter((one) => one !== timer)
    },
    async advance(durationMs) {
      const endMs = monotonicMs + durationMs
      await settlePromises()
      for (;;) {
        const [next] = timers.filter(({ dueMs }) => dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)
        if (!next) break
        timers = timers.filter((one) => one !== next)
        monotonicMs = Math.max(monotonicMs, next.dueMs)
        next.callback()
        await settlePromises()
      }
      monotonicMs = endMs
      await settlePromises()
    },
    stepWall(byMs) {
      wallOffsetMs += byMs
    },
    sleep(durationMs) {
      wallOffsetMs += durationMs
    },
    get timers() {
      return timers.length
    },
  }
}

/** Runs everything that waits only for promises. */
export function settlePromises(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
