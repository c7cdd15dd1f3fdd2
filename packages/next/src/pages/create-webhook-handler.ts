import type { WebhookHandlerOptions } from '@secure-uploading/server'
import { createNodeHandler, createWebhookEndpoint } from '@secure-uploading/server/adapter'
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'

const ADVICE = 'Export from the file of the handler: export const config = { api: { bodyParser: false } }'

/**
 * Creates the endpoint for Uploadcare's webhooks, for the Pages Router: the default export of a file in `pages/api`, which
 * must also export a `config` that turns off Next's body parser. Without it the answer is a 500, and `onError` receives the
 * advice. Only signed events reach `onEvent`.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * // pages/api/uploadcare-webhook.ts
 * import { createWebhookHandler } from '@secure-uploading/next/pages'
 *
 * export const config = { api: { bodyParser: false } }
 *
 * export default createWebhookHandler({
 *   signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'],
 *   onEvent: async (event) => {
 *     if (event.type === 'file.uploaded') console.log(event.payload.data.uuid, event.payload.data.size)
 *   },
 * })
 * ```
 */
export function createWebhookHandler(
  options: WebhookHandlerOptions<[request: NextApiRequest, response: NextApiResponse]>,
): NextApiHandler {
  return createNodeHandler(createWebhookEndpoint(options), ADVICE)
}
