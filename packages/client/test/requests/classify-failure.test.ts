import { SecureUploadError } from '@secure-uploading/core/token'
import { CancelError, NetworkError, UploadError, type ServerErrorCode } from '@uploadcare/upload-client'
import { expect, it } from 'vitest'
import { classifyFailure } from '../../src/requests/classify-failure.js'

function uploadError(code: string, statusCode: number): UploadError {
  // Uploadcare has more codes than upload-client declares.
  const errorCode = code as ServerErrorCode
  return new UploadError('…', errorCode, undefined, { error: { content: '…', statusCode, errorCode } })
}

it.each<[string, unknown, string | undefined]>([
  ['a throttled request', uploadError('RequestThrottledError', 429), 'throttled'],
  ['a server error of Uploadcare', uploadError('InternalServerError', 500), 'server'],
  ['a refusal', uploadError('SignatureInvalidError', 403), undefined],
  ['an UploadError without a status', new UploadError('…'), undefined],
  ['a network error', new NetworkError(new Event('error') as ProgressEvent), 'network'],
  ['a request that took too long', new DOMException('…', 'TimeoutError'), 'network'],
  ['an abort', new DOMException('…', 'AbortError'), undefined],
  ['a canceled upload', new CancelError(), undefined],
  ['a lost connection', Object.assign(new Error('…'), { code: 'ECONNRESET' }), 'network'],
  [
    'a stream that ended early',
    Object.assign(new Error('…'), { code: 'ERR_STREAM_PREMATURE_CLOSE' }),
    'network',
  ],
  ['a connection dropped by msw', new TypeError('Network error'), 'network'],
  ['an invalid argument in Node', Object.assign(new Error('…'), { code: 'ERR_INVALID_ARG_TYPE' }), undefined],
  ['a gateway’s page, in Node', new SyntaxError('Unexpected token <'), 'server'],
  ['a gateway’s page, in a browser', new Error('Error 502: Bad Gateway'), 'server'],
  ['another status, in a browser', new Error('Error 413: Too Large'), undefined],
  [
    'an unreachable token endpoint',
    new SecureUploadError('ERR_ENDPOINT_UNREACHABLE', '…', { retryable: true }),
    'network',
  ],
  ['a user who is not signed in', new SecureUploadError('ERR_UNAUTHENTICATED', '…'), undefined],
  ['a value that is not an error', 'oops', undefined],
])('classifyFailure classifies %s as %3$s', (_what, error, reason) => {
  expect(classifyFailure(error)).toBe(reason)
})
