import { UploadError } from '@uploadcare/upload-client'
import { retryAfterMs } from '../token-source/retry-after-ms.js'

// upload-client waits as long when Uploadcare does not say.
const UNSAID_MS = 15_000

/** Tells how many **milliseconds** Uploadcare wants to be left alone after it throttled a request. */
export function throttleDelayMs(error: unknown, nowMs: number): number {
  const retryAfter = error instanceof UploadError ? error.headers?.['retry-after'] : undefined
  return (typeof retryAfter === 'string' ? retryAfterMs(retryAfter, nowMs) : undefined) ?? UNSAID_MS
}
