// app/routes/api.upload-token.ts, in Remix or React Router: a route without a component
import { createTokenHandler } from '@secure-uploading/server'
import { findUser } from './find-user.js'

/** The part of Remix's `ActionFunctionArgs` that is used here. */
interface ActionFunctionArgs {
  request: Request
}

const handle = createTokenHandler<[args: ActionFunctionArgs]>({
  authorize: (request) => {
    const subject = findUser(request)
    return subject === undefined ? null : { subject }
  },
})

export const action = (args: ActionFunctionArgs): Promise<Response> => handle(args.request, args)
// Remix passes OPTIONS to the loader.
export const loader = action
