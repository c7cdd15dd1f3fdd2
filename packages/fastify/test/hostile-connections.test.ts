import { describeHostileConnections, sendTo } from '@secure-uploading/contract/node'
import fastify from 'fastify'
import type { AddressInfo } from 'node:net'
import { createTokenHandler } from '../src/index.js'

describeHostileConnections('Fastify', {
  async serve(options) {
    // Fastify's own answers repeat the path.
    const app = fastify({ frameworkErrors: (_error, _request, { raw }) => void raw.writeHead(400).end() })
    app.setNotFoundHandler((_request, reply) => reply.code(404).send())
    // Fastify refuses bodies of other types than JSON and text before any handler is asked.
    app.addContentTypeParser('*', (_request, _payload, done) => {
      done(null)
    })
    app.all('/*', createTokenHandler(options))
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    return { port, send: (request) => sendTo(port, request), close: () => app.close() }
  },
  // Fastify reads the body before the handler is called.
  lacks: ['every-body'],
})
