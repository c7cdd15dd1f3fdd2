import { createTokenHandler, keysFromEnv } from '@secure-uploading/server'
import { findUser } from './find-user.js'

interface Env {
  UPLOADCARE_PUBLIC_KEY: string
  UPLOADCARE_SECRET_KEY: string
}

const handle = createTokenHandler<[env: Env]>({
  ...keysFromEnv((_request: Request, env: Env) => env),
  authorize: (request) => {
    const subject = findUser(request)
    return subject === undefined ? null : { subject }
  },
})

export default {
  fetch(request: Request, env: Env): Response | Promise<Response> {
    if (new URL(request.url).pathname === '/api/upload-token') return handle(request, env)
    return new Response('Not found', { status: 404 })
  },
}
