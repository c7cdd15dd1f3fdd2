import { SecureUploadError } from '@secure-uploading/core/token'
import { CancelError, NetworkError, UploadError, type ServerErrorCode } from '@uploadcare/upload-client'
import { describe, expect, it } from 'vitest'
import type { HttpAnswer } from '../../src/network/http-answer.js'
import { AnswerError, ConnectionError, IncompleteAnswerError } from '../../src/requests/answer-error.js'
import { classifyFailure, type FailureKind } from '../../src/requests/classify-failure.js'

const NOW_MS = Date.UTC(2026, 0, 1)

function uploadError(
  code: string | undefined,
  statusCode?: number,
  headers: Record<string, string> = {},
): UploadError {
  // Uploadcare has more codes than upload-client declares.
  const errorCode = code as ServerErrorCode
  const error = statusCode === undefined ? {} : { error: { content: '…', statusCode, errorCode } }
  return new UploadError('…', errorCode, undefined, error, headers)
}

const http = (status: number, body = '', headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  headers,
  body,
})
const part = (status: number, body = '', isUnclear = false): AnswerError =>
  new AnswerError(http(status, body), isUnclear)
const s3 = (code: string): string => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`
const syntaxError = new SyntaxError('Unexpected token <')
const systemError = (code: string): Error => Object.assign(new Error('…'), { code })

const ROWS: [string, unknown, HttpAnswer | undefined, FailureKind][] = [
  ['throttle JSON under 200', uploadError('RequestThrottledError', 429), undefined, 'throttled'],
  ['throttle JSON without errorCode', uploadError(undefined, 429), undefined, 'throttled'],
  ['throttle JSON without status', uploadError('RequestThrottledError'), undefined, 'throttled'],
  ['throttle JSON whose status is text', uploadError(undefined, '429' as never), undefined, 'throttled'],
  ['a 403 in JSON without a code', uploadError(undefined, 403), undefined, 'refused'],
  [
    'a 401 in JSON without a code, whose status is text',
    uploadError('', '401' as never),
    undefined,
    'refused',
  ],
  ['a 400 in JSON without a code', uploadError(undefined, 400), undefined, 'final'],
  ['JSON after a byte order mark in Node', syntaxError, http(200, '\uFEFF{"file":"…"}'), 'final'],
  ['JSON in UTF-16 in Node', syntaxError, http(200, '\uFFFD\uFFFD{\0"\0'), 'final'],
  ['JSON in UTF-16 without a byte order mark in Node', syntaxError, http(200, '{\0"\0'), 'final'],
  ['gzipped JSON under 200 in Node', syntaxError, http(200, '\u001F\uFFFD\b\0'), 'final'],
  ['gzipped JSON under 503 in Node', syntaxError, http(503, '\u001F\uFFFD\b\0'), 'server'],
  ['a connection lost after a 413 in Node', systemError('EPIPE'), http(413), 'final'],
  ['a connection lost after a 503 in Node', systemError('EPIPE'), http(503), 'server'],
  ['a connection lost after a 429 in Node', systemError('ECONNRESET'), http(429), 'throttled'],
  ['a connection lost after a 200 in Node', systemError('ECONNRESET'), http(200), 'network'],
  ['a bare 204 in Node', syntaxError, http(204), 'final'],
  ['a bare 204 in a browser', new Error('Error 204: No Content'), undefined, 'final'],
  ...['CERT_HAS_EXPIRED', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'].map(
    (code): (typeof ROWS)[number] => [
      `${code} of a part`,
      new ConnectionError(new TypeError('fetch failed', { cause: systemError(code) })),
      undefined,
      'final',
    ],
  ),
  [
    'a lost connection of a part',
    new ConnectionError(new TypeError('fetch failed', { cause: systemError('ECONNRESET') })),
    undefined,
    'network',
  ],
  ['a bare 429 in a browser', new Error('Error 429: Too Many Requests'), undefined, 'throttled'],
  ['a bare 429 in Node', syntaxError, http(429), 'throttled'],
  ['a bare 429 of a part', part(429), undefined, 'throttled'],
  ['a bare 408 in a browser', new Error('Error 408: Request Timeout'), undefined, 'server'],
  ['a bare 408 in Node', syntaxError, http(408), 'server'],
  ['a 408 of a part', part(408), undefined, 'server'],
  ['a 408 in JSON', uploadError('Timeout', 408), undefined, 'server'],
  ['a server error of Uploadcare', uploadError('InternalServerError', 500), undefined, 'server'],
  ...[425, 500, 502, 503, 504, 507, 520, 522, 524, 527, 529, 598].flatMap((status): typeof ROWS => [
    [`HTML with ${String(status)} in Node`, syntaxError, http(status, '<html>'), 'server'],
    [`a bare ${String(status)} in a browser`, new Error(`Error ${String(status)}: …`), undefined, 'server'],
    [`a ${String(status)} of a part`, part(status), undefined, 'server'],
    [`a message with ${String(status)} in Node`, new IncompleteAnswerError(), http(status), 'server'],
  ]),
  ...[400, 401, 403, 404, 405, 413, 414, 431, 499].flatMap((status): typeof ROWS => [
    [`HTML with ${String(status)} in Node`, syntaxError, http(status, '<html>'), 'final'],
    [`a bare ${String(status)} in a browser`, new Error(`Error ${String(status)}: …`), undefined, 'final'],
    [`a ${String(status)} of a part`, part(status), undefined, 'final'],
  ]),
  ['a bare 400 of a part in a browser', part(400, '', true), undefined, 'unclear'],
  ...[
    'RequestTimeout',
    'RequestTimeTooSkewed',
    'SlowDown',
    'InternalError',
    'IncompleteBody',
    'OperationAborted',
  ].flatMap((code): typeof ROWS => [
    [`${code} with 400 of a part`, part(400, s3(code)), undefined, 'server'],
    [`${code} with 403 of a part`, part(403, s3(code)), undefined, 'server'],
    [`${code} in XML under 200 in Node`, syntaxError, http(200, s3(code)), 'server'],
    [`${code} in JSON`, uploadError(code, 400), undefined, 'server'],
  ]),
  ...[
    '<Error xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Code xmlns="">SlowDown</Code></Error>',
    '<s3:Error xmlns:s3="http://s3.amazonaws.com/doc/2006-03-01/"><s3:Code>SlowDown</s3:Code></s3:Error>',
    '\uFEFF<Error>\r\n  <Code>\r\n    SlowDown\r\n  </Code>\r\n</Error>',
  ].map((body): (typeof ROWS)[number] => [`XML like ${body}`, part(400, body), undefined, 'server']),
  ['a code that starts like a transient one', part(400, s3('SlowDownPlease')), undefined, 'final'],
  ...['AccessDenied', 'ExpiredToken', 'EntityTooLarge', 'XAmzContentSHA256Mismatch'].map(
    (code): (typeof ROWS)[number] => [`${code} of S3`, part(403, s3(code)), undefined, 'final'],
  ),
  ['HTML under 200 in Node', syntaxError, http(200, '<html>'), 'unclear'],
  ['HTML under 200 in a browser', syntaxError, undefined, 'unclear'],
  ['JSON without the members of its endpoint', new IncompleteAnswerError(), http(200), 'unclear'],
  ['an expired signature', uploadError('SignatureExpirationError', 403), undefined, 'refused'],
  ['an invalid signature', uploadError('SignatureInvalidError', 403), undefined, 'refused'],
  ['an expired auth token', uploadError('AccessTokenExpiredError', 401), undefined, 'refused'],
  ['an invalid auth token', uploadError('AccessTokenInvalidError', 401), undefined, 'refused'],
  ['a used-up auth token', uploadError('OperationsLimitExceededError', 403), undefined, 'refused'],
  ['a forbidden scope', uploadError('ScopeForbiddenError', 403), undefined, 'final'],
  ['another refusal', uploadError('FileTypeForbiddenError', 403), undefined, 'final'],
  ['an UploadError without a status', new UploadError('…'), undefined, 'final'],
  ['a network error', new NetworkError(new Event('error') as ProgressEvent), undefined, 'network'],
  ['a lost connection of a part', new ConnectionError(undefined), undefined, 'network'],
  ['a request that took too long', new DOMException('…', 'TimeoutError'), undefined, 'network'],
  ['a request that took too long without DOMException', named('TimeoutError'), undefined, 'network'],
  ['an abort', new DOMException('…', 'AbortError'), undefined, 'final'],
  ['a canceled upload', new CancelError(), undefined, 'final'],
  ['a lost connection', systemError('ECONNRESET'), undefined, 'network'],
  ['an answer that is no HTTP', systemError('HPE_INVALID_CONSTANT'), undefined, 'network'],
  ['a stream that ended early', systemError('ERR_STREAM_PREMATURE_CLOSE'), undefined, 'network'],
  ['a connection dropped by msw', new TypeError('Network error'), undefined, 'network'],
  ['an invalid argument in Node', systemError('ERR_INVALID_ARG_TYPE'), undefined, 'final'],
  [
    'an unreachable token endpoint',
    new SecureUploadError('ERR_ENDPOINT_UNREACHABLE', '…', { retryable: true }),
    undefined,
    'network',
  ],
  ['a user who is not signed in', new SecureUploadError('ERR_UNAUTHENTICATED', '…'), undefined, 'final'],
  ['a value that is not an error', 'oops', undefined, 'final'],
]

function named(name: string): Error {
  return Object.assign(new Error('…'), { name })
}

describe('classifyFailure', () => {
  it.each(ROWS)('classifies %s', (_, error, answer, kind) => {
    expect(classifyFailure(error, answer, NOW_MS).kind).toBe(kind)
  })

  it.each<[string, unknown, HttpAnswer | undefined, number | undefined]>([
    ['seconds', uploadError('RequestThrottledError', 429, { 'retry-after': '3' }), undefined, 3000],
    ['seconds in Node', syntaxError, http(503, '', { 'retry-after': '4' }), 4000],
    [
      'a date by the clock of the server',
      syntaxError,
      http(429, '', {
        'retry-after': 'Tue, 14 Nov 2023 22:13:27 GMT',
        date: 'Tue, 14 Nov 2023 22:13:20 GMT',
      }),
      7000,
    ],
    [
      'a date by the local clock',
      uploadError('RequestThrottledError', 429, { 'retry-after': new Date(NOW_MS + 4000).toUTCString() }),
      undefined,
      4000,
    ],
    [
      'malformed text',
      uploadError('RequestThrottledError', 429, { 'retry-after': 'soon' }),
      undefined,
      undefined,
    ],
    ['no header', new Error('Error 429: Too Many Requests'), undefined, undefined],
  ])('reads Retry-After as %s', (_, error, answer, delayMs) => {
    expect(classifyFailure(error, answer, NOW_MS).retryAfterMs).toBe(delayMs)
  })
})
