import { fileURLToPath } from 'node:url'
import type { UploadService } from '@secure-uploading/demo-kit'
import express, { type Express } from 'express'
import { answerWithoutStack } from './answer-without-stack.js'
import { createSecretKey } from './secret-key.js'
import { securityHeaders } from './security-headers.js'
import { sessionRoutes } from './session-routes.js'
import { createSessions } from './sessions.js'
import { tokenRoute, type TokenRouteOptions } from './token-route.js'

// The build writes dist/server/*.js and dist/page.
const PAGE_FOLDER = fileURLToPath(new URL('../page', import.meta.url))

export interface AppOptions extends Pick<TokenRouteOptions, 'limiter' | 'tokenSeconds' | 'trustProxy'> {
  uploads: UploadService
}

/** Creates the backend: the token endpoint, a sign-in, the settings of the page, and the page. */
export function createApp({ uploads, ...options }: AppOptions): Express {
  const sessions = createSessions()
  const secretKey = createSecretKey(uploads)
  const app = express()
  app.disable('x-powered-by')
  app.use(securityHeaders(uploads))

  app.all(
    '/api/upload-token',
    tokenRoute({ ...options, publicKey: uploads.publicKey, secretKey: secretKey.read, sessions }),
  )
  app.use('/api/session', sessionRoutes(sessions))

  app.get('/api/config', (_request, response) => {
    response.json({ uploadUrl: uploads.url, canRotateSecretKey: secretKey.rotate !== undefined })
  })

  app.post('/api/rotate-secret-key', (request, response) => {
    if (sessions.find(request) && secretKey.rotate) {
      secretKey.rotate()
      response.sendStatus(204)
    } else response.sendStatus(403)
  })

  app.use(express.static(PAGE_FOLDER))
  app.use(answerWithoutStack)
  return app
}
