import { isSecureUploadError } from '@secure-uploading/client'
import { NetworkError, UploadError } from '@uploadcare/upload-client'

const TOKEN_FAILURES: Partial<Record<string, string>> = {
  ERR_UNAUTHENTICATED: 'You are signed out. Sign in and try again.',
  ERR_FORBIDDEN: 'You are not allowed to upload here.',
  ERR_RATE_LIMITED: 'Too many uploads at once. Wait a moment and try again.',
  ERR_ENDPOINT_UNREACHABLE: 'The server does not respond. Try again.',
  ERR_TOKEN_TOO_SHORT: 'The upload takes longer than the token is valid.',
}

/** Explains to an end user, in one sentence and without technical terms, why a file was not uploaded. */
export function explainFailure(error: unknown, file: File): string {
  if (isSecureUploadError(error)) return TOKEN_FAILURES[error.code] ?? error.message
  if (error instanceof NetworkError) return 'The connection was lost. Check your network and try again.'
  if (file.size === 0) return 'The file is empty, and empty files are not accepted.'
  if (error instanceof UploadError) return `The file was not accepted: ${error.message}`
  return 'The upload failed. Try again.'
}
