import { textResponse } from '../http/text-response.js'
import type { UploadApiError } from './upload-api-error.js'

/**
 * Creates an error response in the form that the client requests: JSON under HTTP 200 with `jsonerrors` or `Accept:
 * application/json`, because browser clients lose the code with any other status; otherwise plain text with the real
 * status.
 */
export function errorResponse(error: UploadApiError, request: Request): Response {
  const headers = new Headers()
  if (error.retryAfterSeconds !== undefined) headers.set('Retry-After', String(error.retryAfterSeconds))
  if (wantsJson(request)) {
    headers.set('Content-Type', 'application/json')
    const body = { error: { status_code: error.status, content: error.message, error_code: error.code } }
    return textResponse(JSON.stringify(body), headers)
  }
  headers.set('Content-Type', 'text/plain; charset=utf-8')
  return textResponse(error.message, headers, error.status)
}

function wantsJson({ url, headers }: Request): boolean {
  const jsonErrors = new URL(url).searchParams.get('jsonerrors') ?? ''
  if (jsonErrors !== '' && jsonErrors !== '0') return true
  return /(?:^|,)\s*application\/json\s*(?:[;,]|$)/i.test(headers.get('Accept') ?? '')
}
