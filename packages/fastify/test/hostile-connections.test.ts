import { describeHostileConnections } from '@secure-uploading/contract/node'
import type { FastifyError } from 'fastify'
import { createTokenHandler } from '../src/index.js'
import { FASTIFY_VERSIONS } from './fastify-versions.js'
import { serveApp } from './serve-app.js'

for (const [name, createApp] of FASTIFY_VERSIONS) {
  describeHostileConnections(name, {
    serve(options) {
      // Fastify's own answers repeat the path, and those of Fastify 4 repeat malformed JSON.
      const app = createApp({
        frameworkErrors: (_error, _request, { raw }) => void raw.writeHead(400).end(),
      })
      app.setNotFoundHandler((_request, reply) => reply.code(404).send())
      app.setErrorHandler<FastifyError>(({ statusCode = 500 }, _request, reply) =>
        reply.code(statusCode).send(),
      )
      // Fastify refuses bodies of types other than JSON and text before any handler is called.
      app.addContentTypeParser('*', (_request, _payload, done) => {
        done(null)
      })
      app.all('/*', createTokenHandler(options))
      return serveApp(app)
    },
    // Fastify parses the body before the handler is called.
    lacks: ['every-body'],
  })
}
