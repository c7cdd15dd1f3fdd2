import { systemClock } from '../time/clock.js'
import { withDeadline } from '../time/with-deadline.js'

const LONGEST_MS = 1000

/**
 * Asks the browser, and returns the other value when it refuses or has not answered within a second. The browser takes real time,
 * whatever clock the client has.
 */
export async function withinSecond<T>(ask: () => Promise<T>, otherwise: T): Promise<T> {
  const createError = (): Error => new Error('The browser did not answer in time')
  return withDeadline(systemClock, LONGEST_MS, createError, undefined, ask).catch(() => otherwise)
}
