import { answerErrorJson, answerJson } from './answer-json.js'
import { Denial } from './denial.js'
import type { EndpointAnswer } from './endpoint-answer.js'

const ALLOW = 'POST, OPTIONS'

/** Answers with a token, for nobody to store. */
export function answerToken(json: string): EndpointAnswer {
  return answerJson(200, json)
}

/** Answers OPTIONS. What a browser wants to know beside this is in the CORS headers. */
export function answerPreflight(): EndpointAnswer {
  return { status: 204, headers: { Allow: ALLOW, 'Cache-Control': 'no-store' }, body: '' }
}

/** Answers a request that failed. Of the error itself, nothing is told to the client. */
export function answerError(error: unknown): EndpointAnswer {
  if (!(error instanceof Denial)) {
    return answerErrorJson(
      500,
      'ERR_INTERNAL',
      'No upload token could be issued. The log of the server tells why.',
    )
  }
  const { status, code, message } = error.answer
  const answer = answerErrorJson(status, code, message)
  if (error.reason === 'method') answer.headers['Allow'] = ALLOW
  if (error.details.retryAfter !== undefined) answer.headers['Retry-After'] = String(error.details.retryAfter)
  return answer
}
