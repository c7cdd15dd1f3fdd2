import { dev } from '$app/environment'
import { env } from '$env/dynamic/private'
import { createTokenHandler, keysFromEnv } from '@secure-uploading/server'
import type { RequestHandler } from './$types'

const handle = createTokenHandler({
  ...keysFromEnv(() => env),
  // TODO: decide who may upload, by the session of your app. Return { subject: user.id } for a signed-in user, and null for
  // everyone else, who then gets a 401. Until you do, only the demo user of "dev:uploads" can upload, and only to the emulator.
  authorize: () =>
    dev && env.UPLOADCARE_EMULATOR_URL ? { subject: 'demo-user' } : null,
})

export const POST: RequestHandler = ({ request }) => handle(request)
export const OPTIONS = POST
