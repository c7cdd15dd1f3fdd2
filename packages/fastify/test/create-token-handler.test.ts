import { describeTokenEndpoint } from '@secure-uploading/contract'
import { sendTo } from '@secure-uploading/contract/node'
import fastify, { type FastifyRequest } from 'fastify'
import type { AddressInfo } from 'node:net'
import { createTokenHandler } from '../src/index.js'

describeTokenEndpoint('Fastify', {
  async serve(options) {
    const app = fastify()
    // Fastify reads the bodies of JSON and text only, and refuses others before any handler is asked.
    app.addContentTypeParser('*', (_request, _payload, done) => {
      done(null)
    })
    app.all('/api/upload-token', createTokenHandler(options))
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as AddressInfo
    return { send: (request) => sendTo(port, request), close: () => app.close() }
  },
  cookieOf: (request: FastifyRequest) => request.headers.cookie,
  lacks: ['every-method-name', 'every-path', 'every-content-type', 'every-body'],
})
