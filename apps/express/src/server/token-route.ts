import { createTokenHandler, type Limiter } from '@secure-uploading/express'
import type { RequestHandler } from 'express'
import type { Sessions } from './sessions.js'

const SHORT_TOKEN_SECONDS = 5

export interface TokenRouteOptions {
  publicKey: string
  /** A function is asked for each token, so that a new secret key counts at once. Yours may be a plain string. */
  secretKey: () => string
  sessions: Sessions
  /** How long a token lives, in **seconds**. */
  tokenSeconds: number
  /** Counts tokens by the `subject` that `authorize` returns. */
  limiter: Limiter
  /** Whether there is a proxy in front that sets `X-Forwarded-Host`. */
  trustProxy: boolean
}

/**
 * The one route that secure uploading needs on a backend. Copy this, and put your own sign-in into `authorize`:
 * what it returns says who may upload and for how long, and `null` says that nobody is signed in.
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
    // While the limiter cannot count, nobody gets a token: an outage of Redis must not lift the limit.
    rateLimit: { limiter, whenDown: 'refuse' },
  })
}
