// A route without a component: in others React Router compares Origin with the URL of the request, which is http behind a proxy.
// OPTIONS is passed to the loader.
import { createTokenHandler } from '@secure-uploading/server'
import type { ActionFunctionArgs } from 'react-router'
import { findUser } from '../find-user'

const handle = createTokenHandler<[args: ActionFunctionArgs]>({
  authorize: (request) => {
    const user = findUser(request.headers.get('cookie'))
    return user && { subject: user.id }
  },
})

export const action = (args: ActionFunctionArgs) => handle(args.request, args)
export const loader = action
