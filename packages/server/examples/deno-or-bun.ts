// deno serve --allow-env deno-or-bun.ts, or: bun run deno-or-bun.ts
import { createTokenHandler } from '@secure-uploading/server'
import { findUser } from './find-user.js'

const handle = createTokenHandler({
  authorize: (request) => {
    const subject = findUser(request)
    return subject === undefined ? null : { subject }
  },
})

export default {
  fetch(request: Request): Response | Promise<Response> {
    if (new URL(request.url).pathname === '/api/upload-token') return handle(request)
    return new Response('Not found', { status: 404 })
  },
}
