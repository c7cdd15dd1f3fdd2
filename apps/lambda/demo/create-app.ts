import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { createGateway, createJwtAuthorizer, type IdentityProvider } from '@secure-uploading/aws-stand-in'
import type { UploadService } from '@secure-uploading/demo-kit'
import { Hono } from 'hono'
import { signInRoutes } from './sign-in-routes.js'

export interface AppOptions {
  invoke: (event: string) => Promise<string>
  identityProvider: IdentityProvider
  uploads: UploadService
  pageFolder: string
  accessTokenSeconds: number
}

/** Creates the local server: the HTTP API, the sign-in and the page. */
export function createApp(options: AppOptions): Hono {
  const { invoke, identityProvider, uploads, pageFolder, accessTokenSeconds } = options
  const app = new Hono()
  app.route('/', createGateway({ invoke, authorizer: createJwtAuthorizer(identityProvider) }))

  app.route('/sign-in', signInRoutes(identityProvider, accessTokenSeconds))
  app.get('/config.json', (c) => c.json({ uploadUrl: uploads.url }))

  app.use(async (c, next) => {
    await next()
    c.header('content-security-policy', "base-uri 'none'; frame-ancestors 'none'; object-src 'none'")
    c.header('x-content-type-options', 'nosniff')
  })
  app.use(serveStatic({ root: path.relative(process.cwd(), pageFolder) || '.' }))
  return app
}
