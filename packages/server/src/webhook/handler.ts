import { createWebHandler } from '../http/web.js'
import { createWebhookEndpoint } from './endpoint.js'
import type { WebhookHandlerOptions } from './options.js'

/** Answers a web-standard request. `rest` is passed on to `onEvent`, the secrets and the hooks. */
export type WebhookHandler<Rest extends unknown[] = []> = (
  request: Request,
  ...rest: Rest
) => Promise<Response>

/**
 * Creates the endpoint for Uploadcare's webhooks, for frameworks with `Request` and `Response`: Hono, Cloudflare Workers,
 * Deno, Bun, SvelteKit… Only signed events reach `onEvent`. Mount it for `POST`, before any session or CSRF check and
 * before anything that reads the body.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { createWebhookHandler } from '@secure-uploading/server'
 *
 * const handle = createWebhookHandler({
 *   signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'],
 *   onEvent: async (event) => {
 *     if (event.type === 'file.uploaded') console.log(event.payload.data.uuid, event.payload.data.size)
 *   },
 * })
 * ```
 */
export function createWebhookHandler<Rest extends unknown[] = []>(
  options: WebhookHandlerOptions<[request: Request, ...rest: Rest]>,
): WebhookHandler<Rest> {
  return createWebHandler(createWebhookEndpoint(options))
}
