import { isSecureUploadError } from '@secure-uploading/client'
import { NetworkError, UploadError } from '@uploadcare/upload-client'
import { formatBytes } from '../format/format-bytes.js'

/** Says in one sentence why a file was not uploaded, to somebody who has never heard of tokens. */
export function explainFailure(error: unknown, file: File): string {
  if (isSecureUploadError(error)) return TOKEN_FAILURES[error.code] ?? error.message
  if (error instanceof NetworkError) return 'The connection broke. Check the network and try again.'
  if (error instanceof UploadError) {
    if (file.size === 0) return `The file is empty (${formatBytes(0)}), and empty files are not accepted.`
    return `It was not accepted: ${error.message}`
  }
  if (error instanceof DOMException)
    return 'The browser could not read the file. Was it moved, or is it a folder?'
  return 'Something went wrong on the way. Try again.'
}

const TOKEN_FAILURES: Partial<Record<string, string>> = {
  ERR_UNAUTHENTICATED: 'You are signed out. Sign in and try again.',
  ERR_FORBIDDEN: 'You are not allowed to upload here.',
  ERR_RATE_LIMITED: 'Too many uploads at once. Wait a moment and try again.',
  ERR_INTERNAL: 'The server could not give a token. Try again.',
  ERR_ENDPOINT_UNREACHABLE: 'The server does not answer. Check that it runs and try again.',
  ERR_ENDPOINT_TIMEOUT: 'The server took too long to answer. Try again.',
  ERR_TOKEN_REFUSED: 'The storage refused a fresh token. Check the keys of the project.',
  ERR_TOKEN_TOO_SHORT:
    'The file takes longer to send than a token lives. Let tokens live longer and try again.',
}
