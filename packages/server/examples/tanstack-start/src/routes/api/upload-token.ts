// TanStack Start removes `server`, and what only it uses, from the scripts for browsers.
import { createTokenHandler } from '@secure-uploading/server'
import { createFileRoute } from '@tanstack/react-router'
import { findUser } from '../../find-user'

const handle = createTokenHandler({
  authorize: (request) => {
    const user = findUser(request.headers.get('cookie'))
    return user && { subject: user.id }
  },
})

export const Route = createFileRoute('/api/upload-token')({
  server: {
    handlers: { POST: ({ request }) => handle(request), OPTIONS: ({ request }) => handle(request) },
  },
})
