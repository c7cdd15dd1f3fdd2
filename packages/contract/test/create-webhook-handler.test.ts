import { createWebhookHandler } from '@secure-uploading/server'
import { describeWebhookEndpoint } from '../src/index.js'

describeWebhookEndpoint('a Request and Response handler', {
  serve: (options) => ({ send: createWebhookHandler(options) }),
  cookieOf: (request: Request) => request.headers.get('cookie'),
})
