import type { LambdaFunctionURLEvent } from 'aws-lambda'
import { toHttpApiEvent } from './http-api.js'

/** Creates the event of a function URL: the same as for an HTTP API, with another domain. */
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
