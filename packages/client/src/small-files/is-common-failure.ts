import { isSecureUploadError } from '@secure-uploading/core/token'
import { CancelError } from '@uploadcare/upload-client'
import type { Network } from '../network/device-network.js'
import { classifyFailure } from '../requests/classify-failure.js'

/** The codes of failures that may concern one file, or a request with several files. */
const SPECIFIC = ['ERR_UPLOAD_RESPONSE', 'ERR_FILE_UNREADABLE', 'ERR_TOKEN_TOO_SHORT']

/**
 * Whether each file would fail like the request with all of them, so that requests with one file do not help: the upload was
 * canceled, there is no valid token, the device is offline, or Uploadcare throttles.
 */
export function isCommonFailure(error: unknown, network: Network): boolean {
  if (error instanceof CancelError || network.isOffline()) return true
  if (!isSecureUploadError(error)) return classifyFailure(error, undefined, 0).kind === 'throttled'
  // Each file is one operation: a token may allow fewer than the request has files.
  if (isSecureUploadError(error, 'ERR_TOKEN_REFUSED')) {
    return error.data?.uploadcareCode !== 'OperationsLimitExceededError'
  }
  return !SPECIFIC.includes(error.code) || error.status === 429
}

/**
 * Whether the next request with several files would fail like this one: a proxy refuses it, or the token. After a lost connection
 * or a 5xx the next one may succeed, and one request for each file would be the greater load.
 */
export const isRefusalOfPacks = (error: unknown): boolean =>
  isSecureUploadError(error) && error.code !== 'ERR_FILE_UNREADABLE' && (error.status ?? 0) < 500
