import { createWebhookHandler } from '@secure-uploading/next'

export const { POST } = createWebhookHandler({
  signingSecret: () => process.env.UPLOADCARE_WEBHOOK_SECRET ?? '',
  onEvent: (event, request) => {
    // @ts-expect-error If the request were `any`, it would have every property.
    if (request.nothing) return
    if (event.type === 'file.uploaded') console.log(request.nextUrl.pathname, event.payload.data.uuid)
  },
})
