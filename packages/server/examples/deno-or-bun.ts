// deno serve --allow-env deno-or-bun.ts, or: bun run deno-or-bun.ts
import { createTokenHandler, createWebhookHandler } from '@secure-uploading/server'
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

export default {
  fetch(request: Request): Response | Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname === '/api/upload-token') return handleToken(request)
    if (pathname === '/api/uploadcare-webhook') return handleWebhook(request)
    return new Response('Not found', { status: 404 })
  },
}
