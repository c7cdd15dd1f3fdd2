// adapter-node refuses bodies over BODY_SIZE_LIMIT, 512 KiB by default. Webhooks are JSON, which the CSRF rule lets through.
import { createWebhookHandler } from '@secure-uploading/server'
import type { RequestHandler } from '@sveltejs/kit'

const handle = createWebhookHandler({
  signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'],
  onEvent: (event) => {
    if (event.type === 'file.uploaded') console.log('uploaded', event.payload.data.uuid)
  },
})

export const POST: RequestHandler = ({ request }) => handle(request)
