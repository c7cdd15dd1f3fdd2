import type { SecureUploadErrorCode } from '@secure-uploading/core'
import type { EndpointAnswer } from './endpoint-answer.js'

/** Answers with JSON, for nobody to store. */
export function answerJson(status: number, json: string): EndpointAnswer {
  return {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    body: json,
  }
}

/** Answers with an error, in the form that all of them have. */
export function answerErrorJson(
  status: number,
  code: SecureUploadErrorCode,
  message: string,
): EndpointAnswer {
  return answerJson(status, JSON.stringify({ error: { code, message } }))
}
