/** Why the REST API did not carry out a request now. */
export type Unavailability = 'throttled' | 'failing' | 'unreachable' | 'time-limit'

/** The REST API is throttled, failing, unreachable or too slow. The request may succeed later. */
export class RestUnavailableError extends Error {
  override readonly name = 'RestUnavailableError'
  readonly reason: Unavailability
  /** The value of `Retry-After`, in **seconds**; `undefined` without one. */
  readonly retryAfter: number | undefined

  constructor(
    reason: Unavailability,
    message: string,
    { retryAfter, ...options }: ErrorOptions & { retryAfter?: number | undefined } = {},
  ) {
    super(message, options)
    this.reason = reason
    this.retryAfter = retryAfter
  }

  /** Whether no answer came, so that the request may have had its effect. */
  get isOutcomeUnknown(): boolean {
    return this.reason === 'unreachable' || this.reason === 'time-limit'
  }

  /** Whether the operator must act: a throttled or slow API recovers without help. */
  get isOutage(): boolean {
    return this.reason === 'failing' || this.reason === 'unreachable'
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
