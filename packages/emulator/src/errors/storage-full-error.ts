import { apiError, UploadApiError } from './upload-api-error.js'

/** Thrown when no more bytes can be kept: to a client, an account at its limits. */
export class StorageFullError extends UploadApiError {
  constructor() {
    const { code, status, message } = apiError('AccountLimitsExceededError')
    super(code, status, message)
  }
}
