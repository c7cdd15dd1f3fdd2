import type { EmulatedClock } from '../control/emulated-clock.js'

/**
 * Sets or moves the clock as JSON says: `{ "setMs" }`, `{ "advanceMs" }` or `{ "reset": true }`.
 *
 * @throws {TypeError} when it says none of these.
 */
export function applyClock(clock: EmulatedClock, json: Readonly<Record<string, unknown>>): void {
  const { setMs, advanceMs, reset } = json
  if (typeof setMs === 'number') clock.setMs(setMs)
  else if (typeof advanceMs === 'number') clock.advanceMs(advanceMs)
  else if (reset === true) clock.reset()
  else throw new TypeError('Give one of "setMs" and "advanceMs", in milliseconds, or "reset": true')
}
