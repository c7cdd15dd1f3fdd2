import { isSecureUploadError } from '@secure-uploading/core/token'
import { UploadcareError } from '@uploadcare/upload-client'

/** The default of `errorText`. */
export const defaultErrorText = (error: Error): string =>
  isSecureUploadError(error, 'ERR_UNAUTHENTICATED') ? 'Sign in to upload' : error.message

/** Converts an error to one whose message File Uploader shows. For other classes it shows "Something went wrong". */
export function errorShown(cause: unknown, errorText: (error: Error) => string): UploadcareError {
  const error = toError(cause)
  return Object.assign(new UploadcareError(errorText(error)), { cause: error })
}

export const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
