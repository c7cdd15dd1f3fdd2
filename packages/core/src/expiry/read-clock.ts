/**
 * Reads a clock.
 *
 * @returns Unix milliseconds
 * @throws {TypeError} if the clock returns anything but a finite number: no time is before `NaN`, so an expired token
 * would pass
 */
export function readClock(now: unknown): number {
  const nowMs: unknown = typeof now === 'function' ? (now as () => unknown)() : undefined
  if (typeof nowMs === 'number' && Number.isFinite(nowMs)) return nowMs
  throw new TypeError('"now" must be a function that returns the time as a number of Unix milliseconds.')
}
