const FIRST_MS = 500
const LONGEST_MS = 30_000

/**
 * Tells how many **milliseconds** to wait before the next attempt: 500 ms, doubled each time up to 30 s, and of that a
 * random share between half and all, so that clients that failed together do not come back together.
 *
 * @param attempt how many attempts failed before the last one: 0 after the first
 * @param random from 0 to 1, like `Math.random`
 */
export function backoffMs(attempt: number, random: () => number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt) * (0.5 + random() / 2)
}
