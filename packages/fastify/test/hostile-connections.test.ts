import { describeHostileConnections } from '@secure-uploading/contract/node'
import fastify from 'fastify'
import { createTokenHandler } from '../src/index.js'
import { serveApp } from './serve-app.js'

describeHostileConnections('Fastify', {
  serve(options) {
    // Fastify's own answers repeat the path.
    const app = fastify({ frameworkErrors: (_error, _request, { raw }) => void raw.writeHead(400).end() })
    app.setNotFoundHandler((_request, reply) => reply.code(404).send())
    // Fastify refuses bodies of other types than JSON and text before any handler is asked.
    app.addContentTypeParser('*', (_request, _payload, done) => {
      done(null)
    })
    app.all('/*', createTokenHandler(options))
    return serveApp(app)
  },
  // Fastify reads the body before the handler is called.
  lacks: ['every-body'],
})
