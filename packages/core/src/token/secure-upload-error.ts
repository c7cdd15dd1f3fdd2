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
  // The client could not send the file.
  | 'ERR_UPLOAD_RESPONSE'
  | 'ERR_UPLOAD_BLOCKED'
  | 'ERR_FILE_UNREADABLE'

/** The data that an error carries, by its `code`. Codes without data are not listed. */
export interface SecureUploadErrorData {
  /** The age and the lifetime of the refused token in **milliseconds**, and Uploadcare's error code. */
  ERR_TOKEN_REFUSED: { ageMs: number; lifeMs: number; refusal: string }
  /** The age and the lifetime of the token in **milliseconds**. */
  ERR_TOKEN_TOO_SHORT: { ageMs: number; lifeMs: number }
  /** The public keys of the client and of the token endpoint. */
  ERR_PUBLIC_KEY_MISMATCH: { publicKey: string; endpointPublicKey: string }
  /** The address that gave the unusable response, without its query. */
  ERR_UPLOAD_RESPONSE: { address: string }
  /** The origin that the page could not reach. */
  ERR_UPLOAD_BLOCKED: { origin: string }
  /** The name of the file that changed or was deleted after it was selected. */
  ERR_FILE_UNREADABLE: { fileName: string }
}

type DataOf<Code> = Code extends keyof SecureUploadErrorData ? SecureUploadErrorData[Code] : undefined

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
export class SecureUploadError<Code extends SecureUploadErrorCode = SecureUploadErrorCode> extends Error {
  override readonly name: string = 'SecureUploadError'
  readonly code: Code
  readonly status: number | undefined
  readonly retryable: boolean
  /** The data of this `code`: see {@link SecureUploadErrorData}. */
  readonly data: DataOf<Code>

  constructor(
    code: Code,
    message: string,
    ...[details = {}]: Code extends keyof SecureUploadErrorData
      ? [details: SecureUploadErrorDetails & { data: DataOf<Code> }]
      : [details?: SecureUploadErrorDetails]
  ) {
    super(message, details)
    this.code = code
    this.status = details.status
    this.retryable = details.retryable ?? false
    // The parameter type requires the data for each code that has some.
    this.data = (details as { data?: DataOf<Code> }).data as DataOf<Code>
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
): error is SecureUploadError<Code>
export function isSecureUploadError(error: unknown): error is AnySecureUploadError
export function isSecureUploadError(error: unknown, code?: unknown): boolean {
  // `errors.filter(isSecureUploadError)` passes an index as `code`.
  const branded = error as { [BRAND]?: true; code?: unknown } | null | undefined
  return branded?.[BRAND] === true && (typeof code !== 'string' || branded.code === code)
}

/** Every error with the data of its `code`, so that a comparison of `code` narrows the type. */
type AnySecureUploadError = { [Code in SecureUploadErrorCode]: SecureUploadError<Code> }[SecureUploadErrorCode]
