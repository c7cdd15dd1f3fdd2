import { createWebhookHandler } from '@secure-uploading/server'
import type { WebhookAdapter } from '../webhook/webhook-adapter.js'

/** Calls the webhook handler of `@secure-uploading/server` directly. */
export const adapter: WebhookAdapter<[request: Request]> = {
  serve: (options) => ({ send: createWebhookHandler(options) }),
  cookieOf: (request) => request.headers.get('cookie'),
  lacks: ['shared-response'],
}
