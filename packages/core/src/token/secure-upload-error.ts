/** Every `code` that a {@link SecureUploadError} can carry. */
export type SecureUploadErrorCode =
  // The token endpoint refused, or could not issue a token.
  | 'ERR_METHOD_NOT_ALLOWED'
  | 'ERR_UNAUTHENTICATED'
  | 'ERR_FORBIDDEN'
  | 'ERR_RATE_LIMITED'
  | 'ERR_INTERNAL'
  // The webhook endpoint could not process the request.
  | 'ERR_BODY_MALFORMED'
  | 'ERR_BODY_TOO_LARGE'
  // The client could not get a token from the endpoint.
  | 'ERR_ENDPOINT_UNREACHABLE'
  | 'ERR_ENDPOINT_TIMEOUT'
  | 'ERR_ENDPOINT_RESPONSE'
  | 'ERR_TOKEN_MALFORMED'
  // The client has a token, but cannot upload with it.
  | 'ERR_TOKEN_REFUSED'
  | 'ERR_TOKEN_TOO_SHORT'
  | 'ERR_PUBLIC_KEY_MISMATCH'
  | 'ERR_CREDENTIAL_UNSUPPORTED'

export interface SecureUploadErrorDetails {
  /** The HTTP status of the response, if there was one. */
  status?: number
  /**
   * Whether a retry can succeed.
   *
   * @default false
   */
  retryable?: boolean
  cause?: unknown
}

// A brand in the global symbol registry works across two copies of this package in one program; instanceof does not.
const BRAND: unique symbol = Symbol.for('@secure-uploading/SecureUploadError')

/**
 * The error that these packages throw for failures at runtime. A programming mistake is a `TypeError` instead.
 * The message never contains a secret key or a signature.
 */
export class SecureUploadError extends Error {
  override readonly name: string = 'SecureUploadError'
  readonly code: SecureUploadErrorCode
  readonly status: number | undefined
  readonly retryable: boolean

  constructor(code: SecureUploadErrorCode, message: string, details: SecureUploadErrorDetails = {}) {
    super(message, details)
    this.code = code
    this.status = details.status
    this.retryable = details.retryable ?? false
  }

  get [BRAND](): true {
    return true
  }
}

/**
 * Checks whether a caught value is a {@link SecureUploadError} and, if `code` is passed, whether it has that code.
 *
 * @example
 * ```ts
 * import { isSecureUploadError } from '@secure-uploading/core'
 *
 * const needsSignIn = (error: unknown): boolean => isSecureUploadError(error, 'ERR_UNAUTHENTICATED')
 * ```
 */
export function isSecureUploadError<Code extends SecureUploadErrorCode>(
  error: unknown,
  code: Code,
): error is SecureUploadError & { code: Code }
export function isSecureUploadError(error: unknown): error is SecureUploadError
export function isSecureUploadError(error: unknown, code?: unknown): boolean {
  // `errors.filter(isSecureUploadError)` passes an index as `code`.
  const branded = error as { [BRAND]?: true; code?: unknown } | null | undefined
  return branded?.[BRAND] === true && (typeof code !== 'string' || branded.code === code)
}
