import { fileURLToPath } from 'node:url'
import type { DemoSettings, UploadService } from '@secure-uploading/demo-kit'
import express, { type Express } from 'express'
import { answerWithoutStack } from './answer-without-stack.js'
import { createSecretKey } from './secret-key.js'
import { securityHeaders } from './security-headers.js'
import { sessionRoutes } from './session-routes.js'
import { createSessions } from './sessions.js'
import { tokenRoute } from './token-route.js'

// Both are built into dist, side by side: dist/server/*.js and dist/page.
const PAGE_FOLDER = fileURLToPath(new URL('../page', import.meta.url))

/** The backend: the token endpoint, a sign-in, what the page has to know, and the page itself. */
export function createApp(uploads: UploadService, { tokenSeconds }: DemoSettings): Express {
  const sessions = createSessions()
  const secretKey = createSecretKey(uploads)
  const app = express()
  app.disable('x-powered-by')
  app.use(securityHeaders(uploads))

  app.all(
    '/api/upload-token',
    tokenRoute({ publicKey: uploads.publicKey, secretKey: secretKey.read, sessions, tokenSeconds }),
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
