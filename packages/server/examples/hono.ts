// Add middlewares for CSRF and body limits after these routes: apps and webhooks send no Origin.
import { createTokenHandler, createWebhookHandler } from '@secure-uploading/server'
import { Hono } from 'hono'
import { findUser } from './find-user.js'

const handleToken = createTokenHandler({
  authorize: (request) => {
    const user = findUser(request.headers.get('cookie'))
    return user && { subject: user.id }
  },
})
const handleWebhook = createWebhookHandler({
  signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'],
  onEvent: (event) => {
    if (event.type === 'file.uploaded') console.log('uploaded', event.payload.data.uuid)
  },
})

export const app = new Hono()
app.all('/api/upload-token', (context) => handleToken(context.req.raw))
app.all('/api/uploadcare-webhook', (context) => handleWebhook(context.req.raw))
