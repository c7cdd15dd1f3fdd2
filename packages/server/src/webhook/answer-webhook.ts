import { answerErrorJson } from '../answer/answer-json.js'
import type { EndpointAnswer } from '../answer/endpoint-answer.js'
import { WebhookDenial } from './webhook-denial.js'

/** Tells Uploadcare that the webhook is dealt with. */
export function answerDelivered(): EndpointAnswer {
  return { status: 204, headers: { 'Cache-Control': 'no-store' }, body: '' }
}

/** Answers a webhook that was refused, or could not be handled: Uploadcare will send it again. */
export function answerUndelivered(error: unknown): EndpointAnswer {
  if (!(error instanceof WebhookDenial)) {
    return answerErrorJson(
      500,
      'ERR_INTERNAL',
      'The webhook could not be handled. The log of the server tells why.',
    )
  }
  const { status, code, message } = error.answer
  const answer = answerErrorJson(status, code, message)
  if (error.reason === 'method') answer.headers['Allow'] = 'POST'
  return answer
}
