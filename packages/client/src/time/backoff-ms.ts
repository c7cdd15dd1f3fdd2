const FIRST_MS = 500
const LONGEST_MS = 30_000

/**
 * Computes the delay before the next attempt, in **milliseconds**: 500 ms, doubled each time up to 30 s, of which a random
 * half is dropped, so that clients that failed together do not retry together.
 *
 * @param attempt how many attempts failed before the last one: 0 after the first
 * @param random returns 0 to 1, like `Math.random`
 */
export function backoffMs(attempt: number, random: () => number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt) * (0.5 + random() / 2)
}
