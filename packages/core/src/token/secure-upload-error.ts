import { DOCS_URL } from './docs-url.js'

/** Every `code` that a {@link SecureUploadError} can have. */
export type SecureUploadErrorCode =
  // An endpoint refused the request, or could not process it.
  | 'ERR_METHOD_NOT_ALLOWED'
  | 'ERR_UNAUTHENTICATED'
  | 'ERR_FORBIDDEN'
  | 'ERR_RATE_LIMITED'
  | 'ERR_UNKNOWN_ROUTE'
  | 'ERR_INVALID_REQUEST'
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
  | 'ERR_FILE_DUPLICATE'
  // A file breaks the rules of its upload route, or its upload could not be completed.
  | RejectionCode
  | 'ERR_COMPLETION_PENDING'

/** Why the backend rejects a file of an upload route. */
export type RejectionCode =
  | 'ERR_FILE_TOO_LARGE'
  | 'ERR_FILE_TYPE'
  | 'ERR_TOO_MANY_FILES'
  | 'ERR_QUOTA_EXCEEDED'
  | 'ERR_RECEIPT_INVALID'
  | 'ERR_FILE_NOT_FOUND'

/** The data that errors carry, by code. Other codes carry none. */
export interface SecureUploadErrorData {
  ERR_RATE_LIMITED: { retryAfterMs: number }
  /** `uploadcareCode`: the code of Uploadcare's error, for example `SignatureInvalidError`. */
  ERR_TOKEN_REFUSED: { uploadcareCode: string }
  /** How long the request took, and how long its token was valid. */
  ERR_TOKEN_TOO_SHORT: { elapsedMs: number; lifetimeMs: number }
  /** The public key of the client's settings, and the one of the token. */
  ERR_PUBLIC_KEY_MISMATCH: { expected: string; received: string }
  /** `address`: where the unusable response came from, without its query. */
  ERR_UPLOAD_RESPONSE: { address: string }
  /** `origin`: what the page may not reach. */
  ERR_UPLOAD_BLOCKED: { origin: string }
  ERR_FILE_UNREADABLE: { fileName: string }
  ERR_FILE_DUPLICATE: { fileName: string }
  ERR_FILE_TOO_LARGE: { maxBytes: number; sizeBytes: number }
  ERR_FILE_TYPE: { accept: readonly string[]; type: string }
  ERR_TOO_MANY_FILES: { maxFiles: number; fileCount: number }
  /** `uuid`: the file that can be completed later. */
  ERR_COMPLETION_PENDING: { uuid: string }
}

type DataOf<Code> = Code extends keyof SecureUploadErrorData ? SecureUploadErrorData[Code] : undefined

/** An error with one of the codes. `error.code` narrows `error.data`. */
export type SecureUploadErrorOf<Code extends SecureUploadErrorCode> = Code extends SecureUploadErrorCode
  ? SecureUploadError & { readonly code: Code; readonly data: DataOf<Code> | undefined }
  : never

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

/** Constructor arguments with the data that fits the code. */
type WithData = {
  [Code in keyof SecureUploadErrorData]: [
    code: Code,
    message: string,
    details: SecureUploadErrorDetails & { data: SecureUploadErrorData[Code] },
  ]
}[keyof SecureUploadErrorData]

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
  /** What the error is about. {@link isSecureUploadError} narrows it to the type of the code. */
  readonly data: unknown

  constructor(code: SecureUploadErrorCode, message: string, details?: SecureUploadErrorDetails)
  constructor(...args: WithData)
  constructor(
    code: SecureUploadErrorCode,
    message: string,
    details: SecureUploadErrorDetails & { data?: unknown } = {},
  ) {
    super(message + linkFor(code), details)
    this.code = code
    this.status = details.status
    this.retryable = details.retryable ?? false
    this.data = details.data
  }

  get [BRAND](): true {
    return true
  }
}

// Pages show these messages to their users, who cannot do what the documentation says.
const FOR_USERS = /FILE|QUOTA|AUTH|RATE|PENDING/

const linkFor = (code: SecureUploadErrorCode): string =>
  DOCS_URL && !FOR_USERS.test(code) ? ` See ${DOCS_URL}/errors#${code}` : ''

/**
 * Checks whether a caught value is a {@link SecureUploadError} and, if `code` is passed, whether it has that code. Narrows
 * `data` to the type of the code.
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
): error is SecureUploadErrorOf<Code>
export function isSecureUploadError(error: unknown): error is SecureUploadErrorOf<SecureUploadErrorCode>
export function isSecureUploadError(error: unknown, code?: unknown): boolean {
  // `errors.filter(isSecureUploadError)` passes an index as `code`.
  const branded = error as { [BRAND]?: true; code?: unknown } | null | undefined
  return branded?.[BRAND] === true && (typeof code !== 'string' || branded.code === code)
}
