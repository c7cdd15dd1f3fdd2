import type { WebhookHandlerOptions } from '@secure-uploading/server'
import { createNodeHandler, createWebhookEndpoint } from '@secure-uploading/server/adapter'
import type { Request, RequestHandler, Response } from 'express'

const ADVICE =
  'Mount the webhook handler before express.json(), or let the parser keep the bytes: express.json({ verify: keepRawBody }).'

/**
 * Creates the endpoint for Uploadcare's webhooks, for Express 4 and 5. Only signed events reach `onEvent`. Mount it before
 * `express.json()` and anything else that reads bodies, and before any session or CSRF check. If the parser must come
 * first, use {@link keepRawBody}: without the raw bytes the answer is a 500, and `onError` receives the advice.
 *
 * @throws {TypeError} naming an invalid option.
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
 *     signingSecret: process.env['UPLOADCARE_WEBHOOK_SECRET'],
 *     onEvent: async (event) => {
 *       if (event.type === 'file.uploaded') console.log(event.payload.data.uuid, event.payload.data.size)
 *     },
 *   }),
 * )
 * ```
 */
export function createWebhookHandler(
  options: WebhookHandlerOptions<[request: Request, response: Response]>,
): RequestHandler {
  return createNodeHandler(createWebhookEndpoint(options), ADVICE)
}
