import { SecureUploadError, type SecureUploadErrorCode } from '@secure-uploading/core/token'

const ADVICE: Record<number, [SecureUploadErrorCode, string]> = {
  401: ['ERR_UNAUTHENTICATED', 'Sign in first'],
  403: ['ERR_FORBIDDEN', 'Check its "authorize" and "allowedOrigins"'],
  405: ['ERR_METHOD_NOT_ALLOWED', 'Check its address'],
  429: ['ERR_RATE_LIMITED', 'Try again later'],
}

/** The token endpoint answered, but not with a token. */
export class TokenEndpointError extends SecureUploadError {
  /** How many **milliseconds** the endpoint asked to wait. */
  readonly retryAfterMs: number | undefined

  /** @param said the endpoint's own words, where it has some */
  constructor(status: number, said: string, retryAfterMs: number | undefined) {
    const isItsFault = status >= 500
    const [code, advice] =
      ADVICE[status] ??
      (isItsFault ? ['ERR_INTERNAL', 'See its log'] : ['ERR_ENDPOINT_RESPONSE', 'Check its address'])
    super(code, `The token endpoint answered ${status}${said}. ${advice}.`, {
      status,
      retryable: isItsFault || status === 429,
    })
    this.retryAfterMs = retryAfterMs
  }
}
