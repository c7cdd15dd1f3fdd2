import type { EndpointAnswer } from '@secure-uploading/server/adapter'
import { isObject } from './is-object.js'
import type { LambdaHttpResult } from './lambda-http-event.js'

/** Creates the result of a function from an answer, in the form that the sender of the event expects. */
export function writeResult(event: unknown, { status, headers, body }: EndpointAnswer): LambdaHttpResult {
  return {
    statusCode: status,
    ...(isFromApiGateway(event)
      ? {}
      : { statusDescription: `${status} ${REASON_PHRASES[status] ?? ''}`.trim() }),
    ...headerMaps(event, headers),
    body,
    isBase64Encoded: false,
  }
}

const REASON_PHRASES: Partial<Record<number, string>> = {
  200: 'OK',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** A load balancer reads the map that its target group is set to; API Gateway and VPC Lattice always read `headers`. */
function headerMaps(
  event: unknown,
  headers: Record<string, string>,
): Pick<LambdaHttpResult, 'headers' | 'multiValueHeaders'> {
  const { headers: single, multiValueHeaders: multiple }: Partial<Record<string, unknown>> = isObject(event)
    ? event
    : {}
  if (!isObject(multiple) || (isFromApiGateway(event) && isObject(single))) return { headers }
  const multiValueHeaders = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value]]),
  )
  return isObject(single) ? { headers, multiValueHeaders } : { multiValueHeaders }
}

function isFromApiGateway(event: unknown): boolean {
  const context = isObject(event) ? event['requestContext'] : undefined
  return isObject(context) && !('elb' in context) && !('serviceArn' in context)
}
