import type { UploadService } from '@secure-uploading/demo-kit'
import express, { type Express } from 'express'
import { answerWithoutStack } from './answer-without-stack.js'
import { createOwners } from './owners.js'
import { createSecretKey } from './secret-key.js'
import { securityHeaders } from './security-headers.js'
import { sessionRoutes } from './session-routes.js'
import { createSessions } from './sessions.js'
import { uploadEndpoints, type UploadEndpointsOptions } from './upload-endpoints.js'

export interface AppOptions extends Pick<
  UploadEndpointsOptions,
  'limiter' | 'tokenSeconds' | 'trustProxy' | 'receiptSecret' | 'webhookSecret'
> {
  uploads: UploadService
  /** The folder of the built page. */
  pageFolder: string
}

/** Creates the backend: the endpoints of uploading, a sign-in, the settings of the page, and the page. */
export function createApp({ uploads, pageFolder, ...options }: AppOptions): Express {
  const sessions = createSessions()
  const owners = createOwners()
  const secretKey = createSecretKey(uploads)
  const app = express()
  app.disable('x-powered-by')
  app.use(securityHeaders(uploads))

  app.use(
    '/api',
    uploadEndpoints({
      ...options,
      publicKey: uploads.publicKey,
      secretKey: secretKey.read,
      apiBaseURL: uploads.url,
      sessions,
      owners,
    }),
  )
  app.use('/api/session', sessionRoutes(sessions))

  app.get('/api/config', (_request, response) => {
    response.json({
      uploadUrl: uploads.url,
      canRotateSecretKey: secretKey.rotate !== undefined,
      hasWebhook: options.webhookSecret !== undefined,
    })
  })

  app.get('/api/owned-files', (request, response) => {
    const session = sessions.find(request)
    if (!session) response.sendStatus(401)
    else {
      const since = Number(request.query['since'] ?? 0)
      response.set('Cache-Control', 'no-store')
      response.json(owners.filesOf(session.userName, since >= 0 ? since : 0))
    }
  })

  app.post('/api/rotate-secret-key', (request, response) => {
    if (sessions.find(request) && secretKey.rotate) {
      secretKey.rotate()
      response.sendStatus(204)
    } else response.sendStatus(403)
  })

  app.use(express.static(pageFolder))
  app.use(answerWithoutStack)
  return app
}
