/**
 * Converts a `Retry-After` header, in seconds or as a date, to **milliseconds** from now. A date is compared with the
 * `Date` of the same answer, because the local clock may be wrong.
 *
 * @returns `undefined` when the header is missing, malformed or in the past
 */
export function retryAfterMs(retryAfter: string | null, serverMs: number): number | undefined {
  if (!retryAfter) return undefined
  const seconds = Number(retryAfter)
  const delayMs = Number.isNaN(seconds) ? Date.parse(retryAfter) - serverMs : seconds * 1000
  return delayMs >= 0 ? delayMs : undefined
}
