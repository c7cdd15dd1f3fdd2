import * as v from 'valibot'
import type { EmulatedClock } from '../state/emulated-clock.js'

const clockChange = v.union([
  v.strictObject({ setMs: v.number() }),
  v.strictObject({ advanceMs: v.number() }),
  v.strictObject({ reset: v.literal(true) }),
])

/**
 * Sets or moves the clock from JSON: `{ "setMs" }`, `{ "advanceMs" }` or `{ "reset": true }`.
 *
 * @throws {TypeError} for any other JSON, and for a time outside the clock's range.
 */
export function applyClock(clock: EmulatedClock, json: unknown): void {
  const { success, output: change } = v.safeParse(clockChange, json)
  if (!success) {
    throw new TypeError('Expected exactly one of "setMs" and "advanceMs", in milliseconds, or "reset": true')
  }
  if ('setMs' in change) clock.setMs(change.setMs)
  else if ('advanceMs' in change) clock.advanceMs(change.advanceMs)
  else clock.reset()
}
