/**
 * Reads a clock.
 *
 * @returns Unix milliseconds
 * @throws {TypeError} if the clock returns anything but a finite number: no time is before `NaN`, so an expired token
 * would pass
 */
export function readClock(now: () => number): number {
  const nowMs = now()
  if (Number.isFinite(nowMs)) return nowMs
  throw new TypeError('"now" must return the time as a number of Unix milliseconds.')
}
