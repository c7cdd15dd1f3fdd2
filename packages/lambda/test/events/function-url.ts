import type { LambdaFunctionURLEvent } from 'aws-lambda'
import { toHttpApiEvent } from './http-api.js'

/** Makes the event that a function URL makes of a request: that of an HTTP API, from its own domain. */
export async function toFunctionUrlEvent(request: Request): Promise<LambdaFunctionURLEvent> {
  const event = await toHttpApiEvent(request)
  return {
    ...event,
    requestContext: {
      ...event.requestContext,
      domainName: 'abcdefg.lambda-url.eu-central-1.on.aws',
      domainPrefix: 'abcdefg',
    },
  }
}
