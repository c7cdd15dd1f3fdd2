import type { WebhookAdapter } from '@secure-uploading/contract'
import { NextRequest } from 'next/server.js'
import { createWebhookHandler } from '../src/index.js'

type Args = [request: NextRequest, context: { params: Promise<object> }]

/** Calls the export of a `route.ts`, as Next does. */
export const adapter: WebhookAdapter<Args> = {
  serve(options) {
    const { POST } = createWebhookHandler(options)
    return { send: (request) => POST(new NextRequest(request), { params: Promise.resolve({}) }) }
  },
  cookieOf: (request) => request.headers.get('cookie'),
  lacks: ['every-method', 'shared-response'],
}
