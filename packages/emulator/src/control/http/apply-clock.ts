import type { EmulatedClock } from '../state/emulated-clock.js'

/**
 * Sets or moves the clock as JSON says: `{ "setMs" }`, `{ "advanceMs" }` or `{ "reset": true }`.
 *
 * @throws {TypeError} when it says anything else.
 */
export function applyClock(clock: EmulatedClock, json: Readonly<Record<string, unknown>>): void {
  const { setMs, advanceMs, reset } = json
  const isOne = Object.keys(json).length === 1
  if (isOne && typeof setMs === 'number') clock.setMs(setMs)
  else if (isOne && typeof advanceMs === 'number') clock.advanceMs(advanceMs)
  else if (isOne && reset === true) clock.reset()
  else throw new TypeError('Give exactly one of "setMs" and "advanceMs", in milliseconds, or "reset": true')
}
