// A route without a component: React Router passes the request on with its raw body.
import { createWebhookHandler } from '@secure-uploading/server'
import type { ActionFunctionArgs } from 'react-router'

const handle = createWebhookHandler({
  signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'],
  onEvent: (event) => {
    if (event.type === 'file.uploaded') console.log('uploaded', event.payload.data.uuid)
  },
})

export const action = ({ request }: ActionFunctionArgs) => handle(request)
