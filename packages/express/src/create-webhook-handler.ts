import {
  createWebhookEndpoint,
  nodeHeader,
  nodeRequestBody,
  sendNodeAnswer,
  type WebhookHandlerOptions,
} from '@secure-uploading/server'
import type { Request, RequestHandler, Response } from 'express'

const ADVICE =
  'Mount the webhook handler before express.json(), or give the parser what keeps the bytes: express.json({ verify: keepRawBody }).'

/**
 * Makes the endpoint that Uploadcare's webhooks are sent to, for Express 4 and 5. Only what Uploadcare signed gets to
 * `onEvent`. Mount it before `express.json()` and whatever else reads bodies, and before a session or CSRF check; where
 * that cannot be, see {@link keepRawBody}. When the bytes of a body are gone, the answer is a 500 and `onError` is told.
 *
 * @throws {TypeError} when an option is wrong, naming it.
 *
 * @example
 * ```ts
 * import { createWebhookHandler } from '@secure-uploading/express'
 * import express from 'express'
 *
 * const app = express()
 * app.all(
 *   '/api/uploadcare-webhook',
 *   createWebhookHandler({
 *     signingSecret: process.env['UPLOADCARE_WEBHOOK_SECRET'] ?? '',
 *     onEvent: async (event) => {
 *       if (event.type === 'file.uploaded') console.log(event.payload.data.uuid, event.payload.data.size)
 *     },
 *   }),
 * )
 * ```
 */
export function createWebhookHandler(options: WebhookHandlerOptions<[Request, Response]>): RequestHandler {
  const endpoint = createWebhookEndpoint(options)

  return async (request, response) => {
    const header = (name: string) => nodeHeader(request.headers, name)
    const body = () => nodeRequestBody(request, ADVICE)
    sendNodeAnswer(response, await endpoint({ method: request.method, header, body }, request, response))
  }
}
