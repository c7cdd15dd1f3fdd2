// A CSRF middleware must leave out this route: webhooks have no Origin.
import { createWebhookHandler } from '@secure-uploading/server'
import type { APIEvent } from '@solidjs/start/server'

const handle = createWebhookHandler({
  signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'],
  onEvent: (event) => {
    if (event.type === 'file.uploaded') console.log('uploaded', event.payload.data.uuid)
  },
})

export const POST = ({ request }: APIEvent) => handle(request)
