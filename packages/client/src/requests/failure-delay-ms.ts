import { UploadError } from '@uploadcare/upload-client'
import { retryAfterMs } from '../time/retry-after-ms.js'

// The delay that upload-client uses without a Retry-After header.
const DEFAULT_MS = 15_000

/** Returns the **milliseconds** to wait after a throttled request: its `Retry-After`, or 15 s. */
export function throttleDelayMs(error: unknown, nowMs: number): number {
  const retryAfter = error instanceof UploadError ? error.headers?.['retry-after'] : undefined
  return (typeof retryAfter === 'string' ? retryAfterMs(retryAfter, nowMs) : undefined) ?? DEFAULT_MS
}
