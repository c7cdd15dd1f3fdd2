import type { WebhookHandlerOptions } from '@secure-uploading/server'
import { createWebhookEndpoint } from '@secure-uploading/server/adapter'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import type { LambdaHttpEvent, LambdaHttpResult } from './events/lambda-http-event.js'
import { readBody } from './events/read-body.js'
import { readEvent } from './events/read-event.js'
import { writeResult } from './events/write-result.js'

/**
 * Creates the endpoint for Uploadcare's webhooks, for AWS Lambda behind an HTTP API, a REST API, a function URL or an
 * application load balancer. It recognizes the kind of event. Only signed events reach `onEvent`. Pass the secret as a
 * function, so that a failed look-up fails one request and does not prevent the function from starting. Middleware must not
 * parse the body.
 *
 * `onEvent` is typed for the event of an HTTP API by default; the type parameter selects another.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { createWebhookHandler } from '@secure-uploading/lambda'
 *
 * export const handler = createWebhookHandler({
 *   signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'],
 *   onEvent: async (event) => {
 *     if (event.type === 'file.uploaded') console.log(event.payload.data.uuid, event.payload.data.size)
 *   },
 * })
 * ```
 */
export function createWebhookHandler<E extends LambdaHttpEvent = APIGatewayProxyEventV2>(
  options: WebhookHandlerOptions<[event: E, context: Context]>,
): (event: E, context: Context) => Promise<LambdaHttpResult> {
  const endpoint = createWebhookEndpoint(options)
  // Lambda treats handlers with three parameters as callback-style.
  return async (event, context) => {
    const request = { ...readEvent(event), body: () => readBody(event) }
    return writeResult(event, await endpoint(request, event, context))
  }
}
