// SvelteKit 3 answers 403 to a POST without Content-Type whose Origin is not the app's, which is ORIGIN with adapter-node. Apps,
// servers and pages of `allowedOrigins` send `Content-Type: application/json`.
import { createTokenHandler } from '@secure-uploading/server'
import type { RequestEvent, RequestHandler } from '@sveltejs/kit'
import { findUser } from '../../../lib/find-user'

const handle = createTokenHandler<[event: RequestEvent]>({
  // In an app: (_request, { locals }) => locals.user && { subject: locals.user.id }
  authorize: (request) => {
    const user = findUser(request.headers.get('cookie'))
    return user && { subject: user.id }
  },
})

export const POST: RequestHandler = (event) => handle(event.request, event)
export const OPTIONS = POST
