import { API_ERRORS, EXAMPLE_VALUES, type ApiErrorCode } from './api-errors.js'

/** Refuses a request. Internal: it is turned into a response in the requested form. */
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

/** Creates the error with this code and Uploadcare's text; each `%s` is replaced with the next value. */
export function apiError(code: ApiErrorCode, ...values: readonly string[]): UploadApiError {
  const [status, template] = API_ERRORS[code]
  const remaining = values.length > 0 ? [...values] : [...(EXAMPLE_VALUES[code] ?? [])]
  return new UploadApiError(
    code,
    status,
    template.replace(/%s/g, () => remaining.shift() ?? ''),
  )
}
