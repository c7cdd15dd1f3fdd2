// Astro refuses a POST without Content-Type whose Origin is not its own. Behind a proxy it knows its own origin by
// security.allowedDomains only. Clients that are no browsers send `Content-Type: application/json`.
import { createTokenHandler } from '@secure-uploading/server'
import type { APIContext, APIRoute } from 'astro'
import { findUser } from '../../find-user'

const handle = createTokenHandler<[context: APIContext]>({
  publicKey: () => process.env['UPLOADCARE_PUBLIC_KEY'],
  secretKey: () => process.env['UPLOADCARE_SECRET_KEY'],
  authorize: (request) => {
    const user = findUser(request.headers.get('cookie'))
    return user && { subject: user.id }
  },
})

export const prerender = false
export const POST: APIRoute = (context) => handle(context.request, context)
export const OPTIONS = POST
