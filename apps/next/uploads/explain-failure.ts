import { isSecureUploadError } from '@secure-uploading/client'
import { NetworkError, UploadError } from '@uploadcare/upload-client'

const TOKEN_FAILURES: Partial<Record<string, string>> = {
  ERR_UNAUTHENTICATED: 'You are signed out. Sign in and try again.',
  ERR_FORBIDDEN: 'You are not allowed to upload here.',
  ERR_RATE_LIMITED: 'Too many uploads at once. Wait a moment and try again.',
  ERR_ENDPOINT_UNREACHABLE: 'The server does not answer. Try again.',
  ERR_TOKEN_TOO_SHORT: 'The file takes longer to send than a token lives.',
}

/** Says in one sentence why a file was not uploaded, to somebody who has never heard of tokens. */
export function explainFailure(error: unknown, file: File): string {
  if (isSecureUploadError(error)) return TOKEN_FAILURES[error.code] ?? error.message
  if (error instanceof NetworkError) return 'The connection broke. Check the network and try again.'
  if (file.size === 0) return 'The file is empty, and empty files are not accepted.'
  if (error instanceof UploadError) return `It was not accepted: ${error.message}`
  return 'Something went wrong on the way. Try again.'
}
