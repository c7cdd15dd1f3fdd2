import { NetworkError, UploadError } from '@uploadcare/upload-client'
import { isSecureUploadError } from '@secure-uploading/core/token'
import type { RetryReason } from './upload-event.js'

/** Tells why a request that failed may be sent again; `undefined` when it may not. */
export function failureOf(error: unknown): RetryReason | undefined {
  if (error instanceof UploadError) {
    if (error.code === 'RequestThrottledError') return 'throttled'
    return (error.response?.error?.statusCode ?? 0) >= 500 ? 'server' : undefined
  }
  // The token endpoint is away.
  if (isSecureUploadError(error)) return error.retryable ? 'network' : undefined
  if (error instanceof NetworkError || isTimeout(error) || isSystemError(error)) return 'network'
  // In a browser upload-client makes a plain Error of a status; in Node it tries to read the page as JSON.
  if (error instanceof SyntaxError || (error instanceof Error && /^Error 5\d\d/.test(error.message))) {
    return 'server'
  }
  return undefined
}

/** Tells whether an answer did not come in time. */
export const isTimeout = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'TimeoutError'

/**
 * In Node a connection that is refused or lost is an error of the system's, like `ECONNRESET`, or of the stream. Its other
 * `ERR_…` are mistakes, which another attempt repeats. What msw makes of a lost connection has no code.
 */
function isSystemError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return 'code' in error
    ? /^(E(?!RR_)|ERR_STREAM_)[A-Z0-9_]+$/.test(String(error.code))
    : error.message === 'Network error'
}
