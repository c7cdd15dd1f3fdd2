// SolidStart answers the methods that an API route exports.
import { createTokenHandler } from '@secure-uploading/server'
import type { APIEvent } from '@solidjs/start/server'
import { findUser } from '../../find-user'

const handle = createTokenHandler<[event: APIEvent]>({
  authorize: (request) => {
    const user = findUser(request.headers.get('cookie'))
    return user && { subject: user.id }
  },
})

export const POST = (event: APIEvent) => handle(event.request, event)
export const OPTIONS = POST
