// Keys come from `env`: a Worker gets no secrets before a request.
import { createTokenHandler, createWebhookHandler, keysFromEnv } from '@secure-uploading/server'
import { findUser } from './find-user.js'

interface Env {
  UPLOADCARE_PUBLIC_KEY: string
  UPLOADCARE_SECRET_KEY: string
  UPLOADCARE_WEBHOOK_SECRET: string
}

const handleToken = createTokenHandler<[env: Env]>({
  ...keysFromEnv((_request: Request, env: Env) => env),
  authorize: (request) => {
    const user = findUser(request.headers.get('cookie'))
    return user && { subject: user.id }
  },
})
const handleWebhook = createWebhookHandler<[env: Env]>({
  signingSecret: (_request, env) => env.UPLOADCARE_WEBHOOK_SECRET,
  onEvent: (event) => {
    if (event.type === 'file.uploaded') console.log('uploaded', event.payload.data.uuid)
  },
})

export default {
  fetch(request: Request, env: Env): Response | Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname === '/api/upload-token') return handleToken(request, env)
    if (pathname === '/api/uploadcare-webhook') return handleWebhook(request, env)
    return new Response('Not found', { status: 404 })
  },
}
