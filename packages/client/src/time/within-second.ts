import { systemClock } from './clock.js'
import { withDeadline } from './with-deadline.js'

const LONGEST_MS = 1000

/**
 * Asks the browser, and returns the other value when it refuses, has not answered within a second, or the signal aborts. The browser
 * takes real time, whatever clock the client has.
 */
export async function withinSecond<T>(ask: () => Promise<T>, otherwise: T, signal?: AbortSignal): Promise<T> {
  return withDeadline(systemClock, LONGEST_MS, Error, signal, ask).catch(() => otherwise)
}
