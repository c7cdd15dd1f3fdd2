import { httpDateMs } from './http-date-ms.js'

// A server can send any number. A longer time would block uploads for good.
const LONGEST_MS = 86_400_000
// 31 years as a delay, and the year 2001 as a moment.
const LEAST_UNIX_SECONDS = 1e9

/**
 * Converts a `Retry-After` header, in seconds or as a date, to **milliseconds** from now. A date is compared with the
 * `Date` of the same answer, because the local clock may be wrong. Of several values in seconds, the first one counts. Some
 * servers send Unix seconds.
 *
 * @returns at most a day; `undefined` when the header is missing, malformed or in the past
 */
export function retryAfterMs(retryAfter: string | null, serverMs: number): number | undefined {
  const first = retryAfter?.split(',')[0]?.trim()
  const seconds = first ? Number(first) : NaN
  const momentMs = Number.isNaN(seconds)
    ? httpDateMs(retryAfter)
    : seconds * 1000 + (seconds < LEAST_UNIX_SECONDS ? serverMs : 0)
  const delayMs = momentMs - serverMs
  return delayMs >= 0 ? Math.min(delayMs, LONGEST_MS) : undefined
}
