import { createHmac } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'

export const COOKIE = 'session=user-42'

interface Mistakes {
  /**
   * Whether the request gets a token.
   *
   * @default requests with the cookie from the endpoint's own site
   */
  isAllowed?: (request: Request) => boolean
  headers?: Record<string, string>
  secretKey?: string
  /** In **seconds**. */
  expiresIn?: number
  /** Fields that are added to the token or replace its fields. */
  fields?: Record<string, unknown>
}

/** Creates a handwritten endpoint that is correct except for the given mistakes. */
export function carelessEndpoint(mistakes: Mistakes = {}): RequestHandler {
  const {
    isAllowed = isOwnUser,
    headers = {},
    secretKey = SECRET_KEY,
    expiresIn = 1800,
    fields = {},
  } = mistakes
  return (request, response) => {
    if (request.method !== 'POST') {
      response.sendStatus(405)
      return
    }
    response.set({ 'Cache-Control': 'no-store', ...headers })
    if (!isAllowed(request)) {
      response.status(401).json({ error: { code: 'ERR_UNAUTHENTICATED' } })
      return
    }
    const expiresAt = Math.ceil(Date.now() / 1000) + expiresIn
    const secureExpire = String(expiresAt)
    // Not core's function, which rejects keys with whitespace around them.
    const secureSignature = createHmac('sha256', secretKey).update(secureExpire).digest('hex')
    response.json({ publicKey: PUBLIC_KEY, secureSignature, secureExpire, expiresIn, ...fields })
  }
}

export const hasCookie = (request: Request): boolean => request.get('cookie') === COOKIE

function isOwnUser(request: Request): boolean {
  return hasCookie(request) && request.get('sec-fetch-site') === 'same-origin'
}
