import { createWebhookEndpoint, type WebhookHandlerOptions } from '@secure-uploading/server'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import type { LambdaHttpEvent, LambdaHttpResult } from './events/lambda-http-event.js'
import { readBody } from './events/read-body.js'
import { readEvent } from './events/read-event.js'
import { writeResult } from './events/write-result.js'

/**
 * Makes the endpoint that Uploadcare's webhooks are sent to, for AWS Lambda: behind an HTTP API, a REST API, a function
 * URL or an application load balancer, told from the event. Only what Uploadcare signed gets to `onEvent`. Give the secret
 * as a function, so that a failed look-up is one failed request and not a function that cannot start. Middleware must
 * not parse the body before it.
 *
 * `onEvent` is typed for the event of an HTTP API unless the type parameter names another.
 *
 * @throws {TypeError} when an option is wrong, naming it.
 *
 * @example
 * ```ts
 * import { createWebhookHandler } from '@secure-uploading/lambda'
 *
 * export const handler = createWebhookHandler({
 *   signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'] ?? '',
 *   onEvent: async (event) => {
 *     if (event.type === 'file.uploaded') console.log(event.payload.data.uuid, event.payload.data.size)
 *   },
 * })
 * ```
 */
export function createWebhookHandler<E extends LambdaHttpEvent = APIGatewayProxyEventV2>(
  options: WebhookHandlerOptions<[E, Context]>,
): (event: E, context: Context) => Promise<LambdaHttpResult> {
  const endpoint = createWebhookEndpoint(options)
  // Two parameters and no more: with a third, the runtime would take it for a handler with a callback.
  return async (event, context) => {
    const request = { ...readEvent(event), body: () => readBody(event) }
    return writeResult(event, await endpoint(request, event, context))
  }
}
