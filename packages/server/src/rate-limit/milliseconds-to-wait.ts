/** Reads how long to wait from what a limiter rejected with; `undefined` when it does not say: then it could not count. */
export function millisecondsToWait(reason: unknown): number | undefined {
  if (typeof reason !== 'object' || reason === null || reason instanceof Error) return undefined
  // A RateLimiterUnion rejects with what each of its full limiters says, by that one's prefix.
  const answers: unknown[] = 'msBeforeNext' in reason ? [reason] : Object.values(reason)
  const longestMs = Math.max(...answers.map(waitOf))
  return Number.isFinite(longestMs) ? longestMs : undefined
}

function waitOf(answer: unknown): number {
  if (typeof answer !== 'object' || answer === null || answer instanceof Error) return Number.NaN
  return 'msBeforeNext' in answer && typeof answer.msBeforeNext === 'number'
    ? answer.msBeforeNext
    : Number.NaN
}
