import { createTokenHandler, createWebhookHandler } from '@secure-uploading/server'
import { describeAdapter } from '../src/index.js'

describeAdapter<[request: Request]>('describeAdapter', {
  serve: (options) => ({ send: createTokenHandler(options) }),
  serveWebhooks: (options) => ({ send: createWebhookHandler(options) }),
  cookieOf: (request) => request.headers.get('cookie'),
  lacks: ['shared-response'],
})
