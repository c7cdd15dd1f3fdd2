// A plugin: new Elysia({ adapter: node() }).use(uploads), on Bun without an adapter. `parse: 'none'`, because Elysia parses
// bodies first if any hook of the app uses them, and the webhook's signature covers the raw bytes.
import { createTokenHandler, createWebhookHandler } from '@secure-uploading/server'
import { Elysia } from 'elysia'
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

export const uploads = new Elysia()
  .all('/api/upload-token', ({ request }) => handleToken(request), { parse: 'none' })
  .all('/api/uploadcare-webhook', ({ request }) => handleWebhook(request), { parse: 'none' })
