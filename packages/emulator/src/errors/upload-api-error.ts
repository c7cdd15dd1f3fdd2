import { API_ERRORS, type ApiErrorCode } from './api-errors.js'

/** Thrown by whatever judges a request, answered in the form that the request asked for. It never leaves the emulator. */
export class UploadApiError extends Error {
  readonly code: string
  readonly status: number
  readonly retryAfterSeconds: number | undefined

  constructor(code: string, status: number, content: string, retryAfterSeconds?: number) {
    super(content)
    this.name = 'UploadApiError'
    this.code = code
    this.status = status
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Makes the refusal with this code in Uploadcare's words; each `%s` takes the next value. */
export function apiError(code: ApiErrorCode, ...values: readonly string[]): UploadApiError {
  const [status, template] = API_ERRORS[code]
  const remaining = [...values]
  return new UploadApiError(
    code,
    status,
    template.replace(/%s/g, () => remaining.shift() ?? ''),
  )
}
