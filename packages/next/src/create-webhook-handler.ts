import type { WebhookHandlerOptions } from '@secure-uploading/server'
import { createWebhookEndpoint } from '@secure-uploading/server/adapter'
import type { NextRequest } from 'next/server.js'
import { createRouteHandler, type RouteHandler } from './create-route-handler.js'

/** The exports of a `route.ts`. Next answers every other method with 405. */
export interface WebhookRouteHandlers<Context> {
  POST: RouteHandler<Context>
}

/**
 * Creates the endpoint for Uploadcare's webhooks, for the App Router: the export of a `route.ts`. Only signed events reach
 * `onEvent`. Pass the secret as a function, so that `next build` needs none. Uploadcare waits for the answer, so move slow
 * work to `after()` of `next/server`.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * // app/api/uploadcare-webhook/route.ts
 * import { createWebhookHandler } from '@secure-uploading/next'
 *
 * export const { POST } = createWebhookHandler({
 *   signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'],
 *   onEvent: async (event) => {
 *     if (event.type === 'file.uploaded') console.log(event.payload.data.uuid, event.payload.data.size)
 *   },
 * })
 * ```
 */
export function createWebhookHandler<Context = { params: Promise<object> }>(
  options: WebhookHandlerOptions<[request: NextRequest, context: Context]>,
): WebhookRouteHandlers<Context> {
  return { POST: createRouteHandler(createWebhookEndpoint(options)) }
}
