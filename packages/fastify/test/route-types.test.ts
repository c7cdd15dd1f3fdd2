import fastify, { type FastifyTypeProvider } from 'fastify'
import type { Http2SecureServer, Http2Server } from 'node:http2'
import { expectTypeOf, it } from 'vitest'
import { createTokenHandler, createWebhookHandler } from '../src/index.js'

const options = { publicKey: 'demopublickey', secretKey: 'demosecretkey', authorize: 'anyone' } as const
const webhookOptions = { signingSecret: 'signing secret', onEvent: () => undefined }

interface SchemaProvider extends FastifyTypeProvider {
  validator: this['schema']
  serializer: this['schema']
}

it('fits a route of any schema and type provider', () => {
  const handler = createTokenHandler(options)
  const app = fastify()
  app.all<{ Reply: { ok: boolean } }>('/reply', handler)
  app.all<{ Body: { name: string }; Querystring: { page: string }; Headers: { team: string } }>(
    '/body',
    handler,
  )
  app.all<{ Params: { team: string } }>('/teams/:team', handler)
  app.route({ method: ['POST', 'OPTIONS'], url: '/route', handler })
  const schema = { body: { type: 'object' }, response: { 200: { type: 'object' } } } as const
  app.withTypeProvider<SchemaProvider>().post('/provider', { schema }, handler)
})

it('fits a server of HTTPS and of HTTP/2, and gives authorize the requests of that one', () => {
  fastify({ https: {} }).all('/token', createTokenHandler(options))
  fastify({ http2: true }).all(
    '/token',
    createTokenHandler({
      ...options,
      authorize: (request) => {
        expectTypeOf(request.raw.stream.id).toEqualTypeOf<number | undefined>()
        return null
      },
    }),
  )
  fastify({ http2: true, https: {} }).all('/token', createTokenHandler(options))

  const apart = createTokenHandler<Http2SecureServer>(options)
  fastify({ http2: true, https: {} }).all('/token', apart)
  // @ts-expect-error -- requests of HTTP/2 are not those of HTTP/1
  fastify().all('/token', apart)
})

it('fits a server of HTTPS and of HTTP/2 with its webhooks', () => {
  void fastify({ https: {} }).register(createWebhookHandler(webhookOptions), { prefix: '/webhook' })
  void fastify({ http2: true }).register(createWebhookHandler(webhookOptions), { prefix: '/webhook' })
  const webhooks = createWebhookHandler<Http2Server>({
    ...webhookOptions,
    onEvent: (_event, request) => {
      expectTypeOf(request.raw.stream.id).toEqualTypeOf<number | undefined>()
    },
  })
  void fastify({ http2: true }).register(webhooks, { prefix: '/webhook' })
})
