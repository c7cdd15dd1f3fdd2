import { NetworkError, UploadError } from '@uploadcare/upload-client'
import { isSecureUploadError } from '@secure-uploading/core/token'
import type { RetryReason } from './upload-event.js'

/** Returns the reason to repeat a failed request, or `undefined` when the failure is final. */
export function classifyFailure(error: unknown): RetryReason | undefined {
  if (error instanceof UploadError) {
    if (error.code === 'RequestThrottledError') return 'throttled'
    return (error.response?.error?.statusCode ?? 0) >= 500 ? 'server' : undefined
  }
  // The token endpoint is unavailable.
  if (isSecureUploadError(error)) return error.retryable ? 'network' : undefined
  if (error instanceof NetworkError || isTimeout(error) || isSystemError(error)) return 'network'
  // upload-client's browser build throws a plain Error for a status; its Node build fails to parse the page as JSON.
  if (error instanceof SyntaxError || (error instanceof Error && /^Error 5\d\d/.test(error.message))) {
    return 'server'
  }
  return undefined
}

const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError'

/**
 * In Node a refused or lost connection is a system error, like `ECONNRESET`, or a stream error. Other `ERR_…` codes are
 * mistakes that another attempt repeats. The error of msw for a lost connection has no code.
 */
function isSystemError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return 'code' in error
    ? /^(E(?!RR_)|ERR_STREAM_)[A-Z0-9_]+$/.test(String(error.code))
    : error.message === 'Network error'
}
