// createCsrfMiddleware() in src/start.ts needs a `filter` that leaves out this route: webhooks have no Origin.
import { createWebhookHandler } from '@secure-uploading/server'
import { createFileRoute } from '@tanstack/react-router'

const handle = createWebhookHandler({
  signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'],
  onEvent: (event) => {
    if (event.type === 'file.uploaded') console.log('uploaded', event.payload.data.uuid)
  },
})

export const Route = createFileRoute('/api/uploadcare-webhook')({
  server: { handlers: { POST: ({ request }) => handle(request) } },
})
