import { apiError, UploadApiError } from './upload-api-error.js'

/** Thrown when the storage is full. Clients see an account at its limits. */
export class StorageFullError extends UploadApiError {
  constructor() {
    const { code, status, message } = apiError('AccountLimitsExceededError')
    super(code, status, message)
  }
}
