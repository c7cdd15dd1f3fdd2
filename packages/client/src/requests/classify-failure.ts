import { NetworkError, UploadError } from '@uploadcare/upload-client'
import { isSecureUploadError } from '@secure-uploading/core/token'
import type { HttpAnswer } from '../network/http-answer.js'
import { isLostConnection } from '../platform/index.js'
import { httpDateMs } from '../time/http-date-ms.js'
import { retryAfterMs } from '../time/retry-after-ms.js'
import { AnswerError, IncompleteAnswerError } from './answer-error.js'

/**
 * The kinds of failures. `refused`: another token may be accepted. `unclear`: an answer that another attempt may not give.
 * The others name what a retry waits for; `final` is not retried.
 */
export type FailureKind = 'refused' | 'throttled' | 'server' | 'network' | 'unclear' | 'final'

export interface Failure {
  kind: FailureKind
  /** The HTTP status, if known. */
  status: number | undefined
  /** The delay in `Retry-After`, in **milliseconds**. */
  retryAfterMs: number | undefined
}

/** Uploadcare's codes for a token that is expired, invalid or used up. */
const REFUSALS = [
  'SignatureExpirationError',
  'SignatureInvalidError',
  'AccessTokenExpiredError',
  'AccessTokenInvalidError',
  'OperationsLimitExceededError',
]

/** Codes of S3 that are transient under any status, also 400 and 403. */
const TRANSIENT = [
  'RequestTimeout',
  'RequestTimeTooSkewed',
  'SlowDown',
  'InternalError',
  'ServiceUnavailable',
  'IncompleteBody',
  'OperationAborted',
]

/**
 * Classifies a failed attempt by the status, the headers and the shape of the answer, whatever form it has: JSON under 200
 * or under its status, a bare status, XML, HTML.
 *
 * @param observed the answer, where the platform shows one that the error does not contain
 */
export function classifyFailure(error: unknown, observed: HttpAnswer | undefined, nowMs: number): Failure {
  const { status, code, headers } = readAnswer(error, observed)
  const failure = (kind: FailureKind): Failure => ({
    kind,
    status,
    retryAfterMs: retryAfterMs(text(headers['retry-after']), httpDateMs(text(headers['date'])) || nowMs),
  })
  // The token endpoint is unavailable.
  if (isSecureUploadError(error)) return failure(error.retryable ? 'network' : 'final')
  // A refusal without a code may concern the token: another one is tried once.
  const isUnnamed = error instanceof UploadError && code === '' && (status === 401 || status === 403)
  if (REFUSALS.includes(code) || isUnnamed) return failure('refused')
  if (TRANSIENT.includes(code)) return failure('server')
  if (status === 429 || code === 'RequestThrottledError') return failure('throttled')
  if (status !== undefined && (status === 408 || status === 425 || status >= 500)) return failure('server')
  if (error instanceof AnswerError && error.isUnclear) return failure('unclear')
  // Another encoding, like UTF-16 or gzip, comes with each answer, after the file was stored.
  const isEncoded = /^.?[\uFEFF\uFFFD\0]/s.test(observed?.body ?? '')
  if (isMalformed(error)) return failure((status ?? 200) === 200 && !isEncoded ? 'unclear' : 'final')
  // An error status arrived before the connection was lost.
  return failure(status === undefined && isNetworkError(error) ? 'network' : 'final')
}

/** Whether an answer arrived that is not what its endpoint returns, so that the error itself explains nothing. */
export const isMalformed = (error: unknown): boolean =>
  error instanceof IncompleteAnswerError || error instanceof SyntaxError

/** Reads the status from the plain error that upload-client's browser build throws for any status except 200. */
const statusInMessage = (error: unknown): number | undefined =>
  error instanceof Error ? Number(/^Error (\d{3}):/.exec(error.message)?.[1] ?? NaN) || undefined : undefined

interface Facts {
  status: number | undefined
  code: string
  headers: HttpAnswer['headers']
}

function readAnswer(error: unknown, observed: HttpAnswer | undefined): Facts {
  if (error instanceof AnswerError) return factsOf(error.answer)
  if (error instanceof UploadError) {
    // Some proxies write the status as text.
    const status = Number(error.response?.error?.statusCode ?? observed?.status) || undefined
    return { status, code: error.code ?? '', headers: error.headers ?? observed?.headers ?? {} }
  }
  if (observed && (isMalformed(error) || observed.status !== 200)) return factsOf(observed)
  return { status: statusInMessage(error), code: '', headers: {} }
}

const factsOf = ({ status, headers, body }: HttpAnswer): Facts => ({
  status,
  headers,
  code: /<[\w:]*\bCode\b[^>]*>\s*(\w+)/.exec(body)?.[1] ?? '',
})

function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error instanceof NetworkError || error.name === 'TimeoutError' || isLostConnection(error)
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
