import type { ClientClock } from './clock.js'

// Platforms fire timers with a longer delay immediately.
const LONGEST_MS = 2 ** 31 - 1

/** Calls back after `delayMs` **milliseconds**. Returns a function that cancels the timer. */
export function startTimer(clock: ClientClock, callback: () => void, delayMs: number): () => void {
  const timer = clock.setTimeout(callback, Math.min(delayMs, LONGEST_MS))
  return () => {
    clock.clearTimeout(timer)
  }
}
