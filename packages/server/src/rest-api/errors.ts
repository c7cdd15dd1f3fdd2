/** The REST API is throttled, failing, unreachable or too slow. The request may succeed later. */
export class RestUnavailableError extends Error {
  override readonly name = 'RestUnavailableError'
  /** The value of `Retry-After`, in **seconds**; `undefined` without one. */
  readonly retryAfter: number | undefined

  constructor(message: string, retryAfter?: number, options?: ErrorOptions) {
    super(message, options)
    this.retryAfter = retryAfter
  }

  /** Whether no answer came, so that the request may have had its effect. */
  get isOutcomeUnknown(): boolean {
    return this.cause !== undefined
  }
}

/** The REST API refused the keys of the project. */
export class RestCredentialsError extends Error {
  override readonly name = 'RestCredentialsError'

  constructor(status: number) {
    super(
      `The REST API of Uploadcare refused the keys with status ${status}. Check "publicKey", "secretKey" and "apiBaseURL"`,
    )
  }
}

/** The REST API answered in a way that a retry does not change. */
export class RestAnswerError extends Error {
  override readonly name = 'RestAnswerError'
}
