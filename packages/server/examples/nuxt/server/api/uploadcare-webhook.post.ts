// Middlewares must not call readBody() for this route, because the signature covers the raw bytes. The CSRF rule of nuxt-security
// must leave it out.
import { createWebhookHandler } from '@secure-uploading/server'
import { defineEventHandler, toWebRequest } from 'h3'

const handle = createWebhookHandler({
  signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'],
  onEvent: (event) => {
    if (event.type === 'file.uploaded') console.log('uploaded', event.payload.data.uuid)
  },
})

export default defineEventHandler((event) => handle(toWebRequest(event)))
