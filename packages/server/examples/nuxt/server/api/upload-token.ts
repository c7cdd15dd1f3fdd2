// The file's name has no method, because the handler answers POST and OPTIONS.
import { createTokenHandler } from '@secure-uploading/server'
import { defineEventHandler, toWebRequest, type H3Event } from 'h3'
import { findUser } from '../utils/find-user'

const handle = createTokenHandler<[event: H3Event]>({
  authorize: (request) => {
    const user = findUser(request.headers.get('cookie'))
    return user && { subject: user.id }
  },
})

export default defineEventHandler((event) => handle(toWebRequest(event), event))
