import { SecureUploadError } from '@secure-uploading/core/token'
import { CancelError, NetworkError, UploadError, type ServerErrorCode } from '@uploadcare/upload-client'
import { expect, it } from 'vitest'
import { failureOf } from '../../src/upload/failure-of.js'

function uploadError(code: string, statusCode: number): UploadError {
  // Uploadcare has more codes than upload-client knows.
  const errorCode = code as ServerErrorCode
  return new UploadError('…', errorCode, undefined, { error: { content: '…', statusCode, errorCode } })
}

it.each<[string, unknown, string | undefined]>([
  ['a request that was throttled', uploadError('RequestThrottledError', 429), 'throttled'],
  ['an error of Uploadcare’s own', uploadError('InternalServerError', 500), 'server'],
  ['a refusal', uploadError('SignatureInvalidError', 403), undefined],
  ['an UploadError without a status', new UploadError('…'), undefined],
  ['a network that failed', new NetworkError(new Event('error') as ProgressEvent), 'network'],
  ['a request that took too long', new DOMException('…', 'TimeoutError'), 'network'],
  ['an abort', new DOMException('…', 'AbortError'), undefined],
  ['an upload that was cancelled', new CancelError(), undefined],
  ['a connection that was lost', Object.assign(new Error('…'), { code: 'ECONNRESET' }), 'network'],
  [
    'a stream that ended too soon',
    Object.assign(new Error('…'), { code: 'ERR_STREAM_PREMATURE_CLOSE' }),
    'network',
  ],
  ['a connection that msw has lost', new TypeError('Network error'), 'network'],
  ['an option that Node refuses', Object.assign(new Error('…'), { code: 'ERR_INVALID_ARG_TYPE' }), undefined],
  ['a gateway’s page, in Node', new SyntaxError('Unexpected token <'), 'server'],
  ['a gateway’s page, in a browser', new Error('Error 502: Bad Gateway'), 'server'],
  ['another status, in a browser', new Error('Error 413: Too Large'), undefined],
  [
    'a token endpoint that is away',
    new SecureUploadError('ERR_ENDPOINT_UNREACHABLE', '…', { retryable: true }),
    'network',
  ],
  ['a user who is not signed in', new SecureUploadError('ERR_UNAUTHENTICATED', '…'), undefined],
  ['what is no error', 'oops', undefined],
])('%s is seen for what it is', (_what, error, reason) => {
  expect(failureOf(error)).toBe(reason)
})
