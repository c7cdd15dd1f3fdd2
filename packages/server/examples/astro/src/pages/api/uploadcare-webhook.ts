// Middlewares must not read the body of this route: the signature covers the raw bytes.
import { createWebhookHandler } from '@secure-uploading/server'
import type { APIRoute } from 'astro'

const handle = createWebhookHandler({
  signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'],
  onEvent: (event) => {
    if (event.type === 'file.uploaded') console.log('uploaded', event.payload.data.uuid)
  },
})

export const prerender = false
export const POST: APIRoute = ({ request }) => handle(request)
