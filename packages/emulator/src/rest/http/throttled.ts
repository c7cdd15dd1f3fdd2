import type { UploadApiError } from '../../errors/upload-api-error.js'
import type { RestAnswer } from './rest-answer.js'
import { RestError } from './rest-error.js'

/** Creates the response to a request that a fault refuses, such as a throttled one. */
export function throttled({ status, message, retryAfterSeconds }: UploadApiError): RestAnswer {
  if (retryAfterSeconds === undefined) return new RestError(status, message).answer
  const detail = `${message} Expected available in ${retryAfterSeconds} second${retryAfterSeconds === 1 ? '' : 's'}.`
  return new RestError(status, detail, { 'Retry-After': String(retryAfterSeconds) }).answer
}
