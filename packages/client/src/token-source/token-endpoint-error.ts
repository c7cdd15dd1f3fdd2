import { SecureUploadError, type SecureUploadErrorCode } from '@secure-uploading/core/token'

const ADVICE: Record<number, [SecureUploadErrorCode, string]> = {
  401: ['ERR_UNAUTHENTICATED', 'Sign in first'],
  403: ['ERR_FORBIDDEN', 'Check its "authorize" and "allowedOrigins"'],
  405: ['ERR_METHOD_NOT_ALLOWED', 'Check its address'],
  429: ['ERR_RATE_LIMITED', 'Try again later'],
}

/** The token endpoint answered with an error status. */
export class TokenEndpointError extends SecureUploadError {
  /** The delay in `Retry-After`, in **milliseconds**. */
  readonly retryAfterMs: number | undefined

  /** @param details the message of the endpoint in parentheses, or `''` */
  constructor(status: number, details: string, retryAfterMs: number | undefined) {
    const isServerError = status >= 500
    const [code, advice] =
      ADVICE[status] ??
      (isServerError ? ['ERR_INTERNAL', 'See its log'] : ['ERR_ENDPOINT_RESPONSE', 'Check its address'])
    // The endpoint may advise the same: its first 7 characters name the action.
    const isRepeated = details.includes(advice.slice(0, 7))
    // 429 has the code whose data this is.
    const known = {
      status,
      retryable: isServerError || [408, 425, 429].includes(status),
      data: status === 429 && retryAfterMs !== undefined ? { retryAfterMs } : undefined,
    }
    super(code, `The token endpoint answered ${status}${details}.${isRepeated ? '' : ` ${advice}.`}`, known)
    this.retryAfterMs = retryAfterMs
  }
}
