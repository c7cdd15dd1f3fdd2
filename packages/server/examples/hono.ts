import { createTokenHandler } from '@secure-uploading/server'
import { Hono, type Context } from 'hono'
import { findUser } from './find-user.js'

const handle = createTokenHandler<[context: Context]>({
  authorize: (request) => {
    const subject = findUser(request)
    return subject === undefined ? null : { subject }
  },
})

export const app = new Hono()

app.all('/api/upload-token', (context) => handle(context.req.raw, context))
