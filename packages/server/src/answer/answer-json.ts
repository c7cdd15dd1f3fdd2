import type { SecureUploadErrorCode } from '@secure-uploading/core'
import type { EndpointAnswer } from './endpoint-answer.js'

/** Answers with JSON, for nobody to store. */
export function answerJson(status: number, body: object): EndpointAnswer {
  return {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    body: JSON.stringify(body),
  }
}

/** Answers with an error, in the form that all of them have. */
export function answerErrorJson(
  status: number,
  code: SecureUploadErrorCode,
  message: string,
): EndpointAnswer {
  return answerJson(status, { error: { code, message } })
}
