import { createTokenHandler } from '@secure-uploading/express'
import type { RequestHandler } from 'express'
import type { Sessions } from './sessions.js'
import type { UploadService } from './upload-service.js'

const TOKEN_SECONDS = 1800
const SHORT_TOKEN_SECONDS = 5

/**
 * The one route that secure uploading needs on a backend. Copy this, and put your own sign-in into `authorize`:
 * what it returns says who may upload and for how long, and `null` says that nobody is signed in.
 */
export function tokenRoute(service: UploadService, sessions: Sessions): RequestHandler {
  return createTokenHandler({
    publicKey: service.publicKey,
    // A function is asked each time, so that a new secret key counts at once. Yours may be a plain string.
    secretKey: () => service.secretKey,
    authorize: (request) => {
      const session = sessions.find(request)
      if (!session) return null
      return {
        subject: session.userName,
        expiresIn: session.hasShortTokens ? SHORT_TOKEN_SECONDS : TOKEN_SECONDS,
      }
    },
  })
}
