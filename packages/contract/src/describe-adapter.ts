import type { Adapter } from './adapter.js'
import { describeTokenEndpoint } from './describe-token-endpoint.js'
import { describeUploadsEndpoint } from './uploads/describe-uploads-endpoint.js'
import type { UploadsAdapter } from './uploads/uploads-adapter.js'
import { describeWebhookEndpoint } from './webhook/describe-webhook-endpoint.js'
import type { WebhookAdapter } from './webhook/webhook-adapter.js'

/** The handlers of an adapter under test. */
export interface AdapterHandlers<Args extends unknown[]> extends Adapter<Args> {
  /** Serves the webhook handler. Without it, only the rules of the token endpoint are checked. */
  serveWebhooks?: WebhookAdapter<Args>['serve'] | undefined
  /** Serves the uploads handler. Without it, its rules are not checked. */
  serveUploads?: UploadsAdapter<Args>['serve'] | undefined
}

/**
 * Tests the handlers of an adapter against every rule, in a test file of Vitest.
 *
 * @param name the name of the framework
 *
 * @example
 * ```ts
 * import { describeAdapter } from '@secure-uploading/contract'
 * import { createTokenHandler, createUploadsHandler, createWebhookHandler } from '@secure-uploading/server'
 *
 * describeAdapter<[request: Request]>('Request and Response', {
 *   serve: (options) => ({ send: createTokenHandler(options) }),
 *   serveWebhooks: (options) => ({ send: createWebhookHandler(options) }),
 *   serveUploads: (options) => ({ send: createUploadsHandler(options) }),
 *   cookieOf: (request) => request.headers.get('cookie'),
 *   lacks: ['shared-response'],
 * })
 * ```
 */
export function describeAdapter<Args extends unknown[]>(
  name: string,
  { serveWebhooks, serveUploads, ...adapter }: AdapterHandlers<Args>,
): void {
  describeTokenEndpoint(name, adapter)
  if (serveWebhooks) describeWebhookEndpoint(name, { ...adapter, serve: serveWebhooks })
  if (serveUploads) describeUploadsEndpoint(name, { ...adapter, serve: serveUploads })
}
