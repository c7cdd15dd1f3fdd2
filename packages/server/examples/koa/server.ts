// Before koa-body, koa-bodyparser and CSRF middlewares, because the webhook's signature covers the raw bytes.
import * as adapter from '@secure-uploading/server/adapter'
import Koa, { type Context, type Middleware } from 'koa'
import { findUser } from './find-user.js'

const handleToken = adapter.createTokenEndpoint<[context: Context]>({
  authorize: (context) => {
    const user = findUser(context.headers.cookie)
    return user && { subject: user.id }
  },
})
const handleWebhook = adapter.createWebhookEndpoint<[context: Context]>({
  signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'],
  onEvent: (event) => {
    if (event.type === 'file.uploaded') console.log('uploaded', event.payload.data.uuid)
  },
})

function mount(path: string, handle: adapter.WebhookEndpoint<[context: Context]>): Middleware {
  return async (context, next) => {
    if (context.path !== path) return next()
    const header = (name: string) => adapter.nodeHeader(context.headers, name)
    const body = () => adapter.nodeRequestBody(context.req, 'Add the body parser after the webhook handler.')
    const answer = await handle({ method: context.method, header, body }, context)
    const { Vary, ...headers } = answer.headers
    if (Vary !== undefined) context.vary(Vary)
    context.set(headers)
    context.status = answer.status
    context.body = answer.body
  }
}

new Koa()
  .use(mount('/api/upload-token', handleToken))
  .use(mount('/api/uploadcare-webhook', handleWebhook))
  .listen(3000)
