// Astro answers 403 to a POST without Content-Type whose Origin is not the app's. Behind a proxy it knows its own origin only with
// security.allowedDomains. Apps, servers and pages of `allowedOrigins` send `Content-Type: application/json`.
import { createTokenHandler } from '@secure-uploading/server'
import type { APIContext, APIRoute } from 'astro'
import { findUser } from '../../find-user'

const handle = createTokenHandler<[context: APIContext]>({
  authorize: (request) => {
    const user = findUser(request.headers.get('cookie'))
    return user && { subject: user.id }
  },
})

export const prerender = false
export const POST: APIRoute = (context) => handle(context.request, context)
export const OPTIONS = POST
