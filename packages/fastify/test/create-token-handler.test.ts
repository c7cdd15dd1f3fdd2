import { describeTokenEndpoint } from '@secure-uploading/contract'
import fastify from 'fastify'
import { createTokenHandler } from '../src/index.js'
import { framework } from './fastify-framework.js'
import { serveApp } from './serve-app.js'

describeTokenEndpoint('Fastify', {
  ...framework,
  serve(options, vary) {
    const app = fastify()
    if (vary !== undefined)
      app.addHook('onRequest', async (_request, reply) => void reply.header('vary', vary))
    // Fastify reads the bodies of JSON and text only, and refuses others before any handler is asked.
    app.addContentTypeParser('*', (_request, _payload, done) => {
      done(null)
    })
    app.all('/api/upload-token', createTokenHandler(options))
    return serveApp(app)
  },
  lacks: ['every-method-name', 'every-path', 'every-content-type', 'every-body'],
})
