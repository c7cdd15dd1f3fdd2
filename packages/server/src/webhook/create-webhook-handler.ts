import { createResponse } from '../answer/create-response.js'
import { webRequestBody } from './body/web-request-body.js'
import { createWebhookEndpoint } from './create-webhook-endpoint.js'
import type { WebhookHandlerOptions } from './options/webhook-handler-options.js'

/** Answers a web-standard request. What a framework passes beside it goes on to `onEvent`, the secrets and the hooks. */
export type WebhookHandler<Rest extends unknown[] = []> = (
  request: Request,
  ...rest: Rest
) => Promise<Response>

/**
 * Makes the endpoint that Uploadcare's webhooks are sent to, for whatever speaks Request and Response: Hono, Cloudflare
 * Workers, Deno, Bun, SvelteKit… Only what Uploadcare signed gets to `onEvent`. Mount it for `POST`, without a session or
 * CSRF check before it. Nothing may read the body before.
 *
 * @throws {TypeError} when an option is wrong, naming it.
 *
 * @example
 * ```ts
 * import { createWebhookHandler } from '@secure-uploading/server'
 *
 * const handle = createWebhookHandler({
 *   signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'] ?? '',
 *   onEvent: async (event) => {
 *     if (event.type === 'file.uploaded') console.log(event.payload.data.uuid, event.payload.data.size)
 *   },
 * })
 * ```
 */
export function createWebhookHandler<Rest extends unknown[] = []>(
  options: WebhookHandlerOptions<[Request, ...Rest]>,
): WebhookHandler<Rest> {
  const endpoint = createWebhookEndpoint(options)
  return async (request, ...rest) => {
    const { method, headers } = request
    const answer = await endpoint(
      { method, header: (name) => headers.get(name), body: () => webRequestBody(request) },
      request,
      ...rest,
    )
    return createResponse(answer)
  }
}
