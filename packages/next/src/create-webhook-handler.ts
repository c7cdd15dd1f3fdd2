import {
  createResponse,
  createWebhookEndpoint,
  webRequestBody,
  type WebhookHandlerOptions,
} from '@secure-uploading/server'
import type { NextRequest } from 'next/server.js'

/** What a `route.ts` exports. Next answers every other method with 405 itself. */
export interface WebhookRouteHandlers<Context> {
  POST: (request: NextRequest, context: Context) => Promise<Response>
}

/**
 * Makes the endpoint that Uploadcare's webhooks are sent to, for the App Router: the export of a `route.ts`. Only what
 * Uploadcare signed gets to `onEvent`. Give the secret as a function, so that `next build` needs none. Uploadcare waits
 * for the answer: what takes long goes into `after()` of `next/server`.
 *
 * @throws {TypeError} when an option is wrong, naming it.
 *
 * @example
 * ```ts
 * // app/api/uploadcare-webhook/route.ts
 * import { createWebhookHandler } from '@secure-uploading/next'
 *
 * export const { POST } = createWebhookHandler({
 *   signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'] ?? '',
 *   onEvent: async (event) => {
 *     if (event.type === 'file.uploaded') console.log(event.payload.data.uuid, event.payload.data.size)
 *   },
 * })
 * ```
 */
export function createWebhookHandler<Context = { params: Promise<object> }>(
  options: WebhookHandlerOptions<[NextRequest, Context]>,
): WebhookRouteHandlers<Context> {
  const endpoint = createWebhookEndpoint(options)
  return {
    async POST(request, context) {
      const header = (name: string) => request.headers.get(name)
      const body = () => webRequestBody(request)
      return createResponse(await endpoint({ method: request.method, header, body }, request, context))
    },
  }
}
