// A route without a component: with one, React Router parses the body of a form and checks the origin.
import { createWebhookHandler } from '@secure-uploading/server'
import type { ActionFunctionArgs } from 'react-router'

const handle = createWebhookHandler({
  signingSecret: () => process.env['UPLOADCARE_WEBHOOK_SECRET'],
  onEvent: (event) => {
    if (event.type === 'file.uploaded') console.log('uploaded', event.payload.data.uuid)
  },
})

export const action = ({ request }: ActionFunctionArgs) => handle(request)
