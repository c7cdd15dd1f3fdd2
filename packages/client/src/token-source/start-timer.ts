import type { ClientClock } from './clock.js'

// A timer for longer goes off at once.
const LONGEST_MS = 2 ** 31 - 1

/** Calls back after so many **milliseconds**, unless the function that it returns is called before. */
export function startTimer(clock: ClientClock, callback: () => void, delayMs: number): () => void {
  const timer = clock.setTimeout(callback, Math.min(delayMs, LONGEST_MS))
  return () => {
    clock.clearTimeout(timer)
  }
}
