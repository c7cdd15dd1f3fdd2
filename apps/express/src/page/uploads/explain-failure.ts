import { isSecureUploadError } from '@secure-uploading/client'
import { NetworkError, UploadError } from '@uploadcare/upload-client'
import { formatBytes } from '../format/format-bytes.js'

/** Explains to an end user, in one sentence and without technical terms, why a file was not uploaded. */
export function explainFailure(error: unknown, file: File): string {
  if (isSecureUploadError(error)) return TOKEN_FAILURES[error.code] ?? error.message
  if (error instanceof NetworkError) return 'The connection was lost. Check your network and try again.'
  if (error instanceof UploadError) {
    if (file.size === 0) return `The file is empty (${formatBytes(0)}), and empty files are not accepted.`
    return `The file was not accepted: ${error.message}`
  }
  if (error instanceof DOMException)
    return 'The browser could not read the file. It may be a folder, or it may have been moved.'
  return 'The upload failed. Try again.'
}

const TOKEN_FAILURES: Partial<Record<string, string>> = {
  ERR_UNAUTHENTICATED: 'You are signed out. Sign in and try again.',
  ERR_FORBIDDEN: 'You are not allowed to upload here.',
  ERR_RATE_LIMITED: 'Too many uploads at once. Wait a moment and try again.',
  ERR_INTERNAL: 'The server could not issue a token. Try again.',
  ERR_ENDPOINT_UNREACHABLE: 'The server does not respond. Check that it is running and try again.',
  ERR_ENDPOINT_TIMEOUT: 'The server took too long to respond. Try again.',
  ERR_TOKEN_REFUSED: 'The upload service refused a new token. Check the keys of the project.',
  ERR_TOKEN_TOO_SHORT:
    'The upload takes longer than the token is valid. Increase the token lifetime and try again.',
}
