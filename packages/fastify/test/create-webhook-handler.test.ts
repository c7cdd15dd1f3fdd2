import { describeWebhookEndpoint } from '@secure-uploading/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { createWebhookHandler, type WebhookEvent } from '../src/index.js'
import { framework } from './fastify-framework.js'
import { FASTIFY_VERSIONS } from './fastify-versions.js'
import { serveApp } from './serve-app.js'

for (const [name, createApp] of FASTIFY_VERSIONS) {
  describeWebhookEndpoint(name, {
    ...framework,
    async serve(options) {
      const app = createApp()
      await app.register(createWebhookHandler(options), { prefix: '/api/uploadcare-webhook' })
      return serveApp(app)
    },
  })
}

describe.each(FASTIFY_VERSIONS)('%s', (_name, createApp) => {
  it('does not change how the bodies of other routes are parsed', async () => {
    const app = createApp()
    await app.register(createWebhookHandler({ signingSecret: 'signing secret', onEvent: () => undefined }), {
      prefix: '/webhook',
    })
    app.post('/other', (request) => ({ got: request.body }))

    const answer = await app.inject({ method: 'POST', url: '/other', payload: { a: 1 } })

    expect(answer.json()).toEqual({ got: { a: 1 } })
    await app.close()
  })

  it('answers 500 after a hook has read the body, and passes advice to onError', async () => {
    const errors: unknown[] = []
    const app = createApp()
    app.addHook('onRequest', async (request) => {
      for await (const chunk of request.raw) void chunk
    })
    await app.register(
      createWebhookHandler({
        signingSecret: 'signing secret',
        onEvent: () => undefined,
        onError: (error) => errors.push(error),
      }),
      { prefix: '/webhook' },
    )

    const answer = await app.inject({
      method: 'POST',
      url: '/webhook',
      payload: { a: 1 },
      headers: { 'x-uc-signature': `v1=${'0'.repeat(64)}` },
    })

    expect(answer.statusCode).toBe(500)
    expect(String(errors[0])).toMatch(/parsed before the webhook handler received it/)
    await app.close()
  })
})

it('types onEvent with the arguments of the framework', () => {
  createWebhookHandler({
    signingSecret: 'signing secret',
    onEvent: (...args) => {
      expectTypeOf(args).toEqualTypeOf<[event: WebhookEvent, request: FastifyRequest, reply: FastifyReply]>()
    },
  })
})
