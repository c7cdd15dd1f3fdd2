/**
 * Asks a clock for the time, in Unix **milliseconds**.
 *
 * @throws {TypeError} when it does not know: no moment is before NaN, so whatever had ended would still be good.
 */
export function readClock(now: () => number): number {
  const nowMs = now()
  if (Number.isFinite(nowMs)) return nowMs
  throw new TypeError('"now" must give the time as a number of Unix milliseconds')
}
