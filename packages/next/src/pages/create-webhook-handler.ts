import {
  createWebhookEndpoint,
  nodeHeader,
  nodeRequestBody,
  sendNodeAnswer,
  type WebhookHandlerOptions,
} from '@secure-uploading/server'
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'

const ADVICE =
  'Beside the handler, export from its file: export const config = { api: { bodyParser: false } }'

/**
 * Makes the endpoint that Uploadcare's webhooks are sent to, for the Pages Router: the default export of a file in
 * `pages/api`, which must also export that Next is to leave the body alone. Without that the answer is a 500, and
 * `onError` is told. Only what Uploadcare signed gets to `onEvent`.
 *
 * @throws {TypeError} when an option is wrong, naming it.
 *
 * @example
 * ```ts
 * // pages/api/uploadcare-webhook.ts
 * import { createWebhookHandler } from '@secure-uploading/next/pages'
 *
 * export const config = { api: { bodyParser: false } }
 *
 * export default createWebhookHandler({
 *   signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'] ?? '',
 *   onEvent: async (event) => {
 *     if (event.type === 'file.uploaded') console.log(event.payload.data.uuid, event.payload.data.size)
 *   },
 * })
 * ```
 */
export function createWebhookHandler(
  options: WebhookHandlerOptions<[NextApiRequest, NextApiResponse]>,
): NextApiHandler {
  const endpoint = createWebhookEndpoint(options)

  return async (request, response) => {
    const header = (name: string) => nodeHeader(request.headers, name)
    const body = () => nodeRequestBody(request, ADVICE)
    sendNodeAnswer(
      response,
      await endpoint({ method: request.method ?? '', header, body }, request, response),
    )
  }
}
