import { describeWebhookConnections } from '@secure-uploading/contract/node'
import { createWebhookHandler } from '../../src/pages/index.js'
import { serveApiRoute } from './serve-api-route.js'

describeWebhookConnections("Next's Pages Router", {
  serve: (options) =>
    serveApiRoute({ default: createWebhookHandler(options), config: { api: { bodyParser: false } } }),
})
