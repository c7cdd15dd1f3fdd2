import fastify, { type FastifyTypeProvider, type RawServerDefault, type RouteHandlerMethod } from 'fastify'
import type { Http2SecureServer, Http2Server } from 'node:http2'
import { expectTypeOf, it } from 'vitest'
import { createDefineUploads, createTokenHandler, createWebhookHandler, uploadsPlugin } from '../src/index.js'

const options = { publicKey: 'demopublickey', secretKey: 'demosecretkey', authorize: 'anyone' } as const
const webhookOptions = { signingSecret: 'signing secret', onEvent: () => undefined }

interface SchemaProvider extends FastifyTypeProvider {
  validator: this['schema']
  serializer: this['schema']
}

it('accepts the token handler in a route with any schema and type provider', () => {
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

it('accepts the token handler in HTTPS and HTTP/2 servers, and types authorize with their requests', () => {
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

  const separate = createTokenHandler<Http2SecureServer>(options)
  fastify({ http2: true, https: {} }).all('/token', separate)
  // @ts-expect-error -- HTTP/2 requests have another type than HTTP/1 requests
  fastify().all('/token', separate)
})

it('accepts the webhook plugin in HTTPS and HTTP/2 servers', () => {
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

it('accepts upload routes that are typed for an HTTP/2 server in HTTP/2 servers only', () => {
  const defineUploads = createDefineUploads<Parameters<RouteHandlerMethod<Http2Server>>>()
  const uploads = defineUploads({
    avatar: {
      authorize: (request) => {
        expectTypeOf(request.raw.stream.id).toEqualTypeOf<number | undefined>()
        return true
      },
    },
  })
  const uploadsOptions = { uploads, receipts: { secret: 'a secret' }, authorize: () => null }
  void fastify({ http2: true }).register(uploadsPlugin<Http2Server>(uploadsOptions), { prefix: '/uploads' })
  // @ts-expect-error -- the routes are typed for HTTP/2 requests
  uploadsPlugin<RawServerDefault>(uploadsOptions)
})
