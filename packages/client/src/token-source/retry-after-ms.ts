/**
 * Reads a `Retry-After` header, in seconds or as a date, into **milliseconds** from now. A date is compared with the
 * answer's own `Date`, since the clock here may be wrong.
 */
export function retryAfterMs(retryAfter: string | null, serverMs: number): number | undefined {
  if (!retryAfter) return undefined
  const seconds = Number(retryAfter)
  const delayMs = Number.isNaN(seconds) ? Date.parse(retryAfter) - serverMs : seconds * 1000
  return delayMs >= 0 ? delayMs : undefined
}
