// src/routes/api/upload-token/+server.ts
import { createTokenHandler } from '@secure-uploading/server'
import { findUser } from './find-user.js'

/** The part of SvelteKit's `RequestEvent` that is used here. */
interface RequestEvent {
  request: Request
}

const handle = createTokenHandler<[event: RequestEvent]>({
  // In an app: (_request, { locals }) => locals.user && { subject: locals.user.id }
  authorize: (request) => {
    const subject = findUser(request)
    return subject === undefined ? null : { subject }
  },
})

export const POST = (event: RequestEvent): Promise<Response> => handle(event.request, event)
export const OPTIONS = POST
