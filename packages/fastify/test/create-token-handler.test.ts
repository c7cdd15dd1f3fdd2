import { describeTokenEndpoint } from '@secure-uploading/contract'
import { createTokenHandler } from '../src/index.js'
import { framework } from './fastify-framework.js'
import { FASTIFY_VERSIONS } from './fastify-versions.js'
import { serveApp } from './serve-app.js'

for (const [name, createApp] of FASTIFY_VERSIONS) {
  describeTokenEndpoint(name, {
    ...framework,
    serve(options, vary) {
      const app = createApp()
      if (vary !== undefined) {
        app.addHook('onRequest', async (_request, reply) => void reply.header('vary', vary))
      }
      // Fastify parses JSON and text only, and refuses other bodies before any handler is called.
      app.addContentTypeParser('*', (_request, _payload, done) => {
        done(null)
      })
      app.all('/api/upload-token', createTokenHandler(options))
      return serveApp(app)
    },
    lacks: ['every-method-name', 'every-path', 'every-content-type', 'every-body'],
  })
}
