import { describeUploadsEndpoint } from '@secure-uploading/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { expectTypeOf, it } from 'vitest'
import { createUploadsHandler, defineUploads, uploadsPlugin } from '../src/index.js'
import { framework } from './fastify-framework.js'
import { FASTIFY_VERSIONS } from './fastify-versions.js'
import { serveApp } from './serve-app.js'

for (const [name, createApp] of FASTIFY_VERSIONS) {
  describeUploadsEndpoint(name, {
    ...framework,
    async serve(options) {
      const app = createApp()
      await app.register(uploadsPlugin(options), { prefix: '/api/uploads' })
      return serveApp(app)
    },
  })

  describeUploadsEndpoint(`${name} with its parser`, {
    ...framework,
    serve(options) {
      const app = createApp()
      app.all('/api/uploads', createUploadsHandler(options))
      return serveApp(app)
    },
    // Fastify's parser refuses malformed JSON, and does not pass on the size of the body.
    lacks: ['every-body'],
  })
}

it('types the functions of a route with the arguments of the framework', () => {
  defineUploads({
    avatar: {
      authorize: (...args) => {
        expectTypeOf(args).toEqualTypeOf<[request: FastifyRequest, reply: FastifyReply]>()
        return true
      },
    },
  })
})
