/** Reads how long to wait from what a limiter rejected with; `undefined` when it does not say: then it could not count. */
export function millisecondsToWait(reason: unknown): number | undefined {
  if (!isCount(reason)) return undefined
  // A RateLimiterUnion rejects with what each of its full limiters says, by that one's prefix.
  const counts: unknown[] = 'msBeforeNext' in reason ? [reason] : Object.values(reason)
  const longestMs = Math.max(...counts.map(waitOf))
  return Number.isFinite(longestMs) ? longestMs : undefined
}

// With an Error, whatever else it has, a limiter says that it could not count.
const isCount = (reason: unknown): reason is object =>
  typeof reason === 'object' && reason !== null && !(reason instanceof Error)

function waitOf(count: unknown): number {
  if (!isCount(count) || !('msBeforeNext' in count)) return Number.NaN
  return typeof count.msBeforeNext === 'number' ? count.msBeforeNext : Number.NaN
}
