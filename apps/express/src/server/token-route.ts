import { createTokenHandler, type Limiter } from '@secure-uploading/express'
import type { RequestHandler } from 'express'
import type { Sessions } from './sessions.js'

const SHORT_TOKEN_SECONDS = 5

export interface TokenRouteOptions {
  publicKey: string
  /** Called for each token, so that a rotated key takes effect immediately. A plain string works too. */
  secretKey: () => string
  sessions: Sessions
  /** Token lifetime in **seconds**. */
  tokenSeconds: number
  /** Limits tokens per `subject` that `authorize` returns. */
  limiter: Limiter
  /** Whether a proxy sets `X-Forwarded-Host`. */
  trustProxy: boolean
}

/**
 * Creates the token endpoint, the only route that secure uploading needs. To copy it, put your own sign-in into
 * `authorize`: return a grant with the user and the token lifetime, or `null` when the request is not signed in.
 */
export function tokenRoute(options: TokenRouteOptions): RequestHandler {
  const { publicKey, secretKey, sessions, tokenSeconds, limiter, trustProxy } = options
  return createTokenHandler({
    publicKey,
    secretKey,
    trustProxy,
    authorize: (request) => {
      const session = sessions.find(request)
      if (!session) return null
      return {
        subject: session.userName,
        expiresIn: session.hasShortTokens ? SHORT_TOKEN_SECONDS : tokenSeconds,
      }
    },
    // An outage of Redis must not lift the limit.
    rateLimit: { limiter, whenDown: 'refuse' },
    onError: (error) => {
      console.error(error)
    },
  })
}
