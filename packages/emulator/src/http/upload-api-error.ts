import { API_ERRORS, type ApiErrorCode } from './api-errors.js'

/** Thrown by whatever judges a request, answered in the form that the request asked for. It never leaves the emulator. */
export class UploadApiError extends Error {
  readonly code: string
  readonly status: number
  /** Why, in our words; it goes to the journal, not to the client. */
  readonly hint: string | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(
    code: string,
    status: number,
    content: string,
    details: { hint?: string; retryAfterSeconds?: number } = {},
  ) {
    super(content)
    this.name = 'UploadApiError'
    this.code = code
    this.status = status
    this.hint = details.hint
    this.retryAfterSeconds = details.retryAfterSeconds
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
