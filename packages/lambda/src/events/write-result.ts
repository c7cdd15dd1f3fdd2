import type { EndpointAnswer } from '@secure-uploading/server/adapter'
import type { LambdaHttpEvent, LambdaHttpResult } from './lambda-http-event.js'

/** Creates the result of a function from an answer, in the form that the sender of the event expects. */
export function writeResult(event: LambdaHttpEvent, answer: EndpointAnswer): LambdaHttpResult {
  const { status, headers, body } = answer
  const result = { statusCode: status, body, isBase64Encoded: false } as const
  if (!isFromLoadBalancer(event)) return { ...result, headers }

  const statusDescription = `${status} ${STATUS_TEXTS[status] ?? ''}`.trim()
  // A target group reads either single or multi-value headers and ignores the others.
  if (event.multiValueHeaders === undefined) return { ...result, statusDescription, headers }
  const multiValueHeaders = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value]]),
  )
  return { ...result, statusDescription, multiValueHeaders }
}

const STATUS_TEXTS: Partial<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
}

function isFromLoadBalancer(
  event: LambdaHttpEvent,
): event is Extract<LambdaHttpEvent, { requestContext: { elb: unknown } }> {
  return 'elb' in event.requestContext
}
