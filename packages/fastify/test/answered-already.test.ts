import type { FastifyInstance } from 'fastify'
import { describe, expect, it } from 'vitest'
import { createTokenHandler, createWebhookHandler } from '../src/index.js'
import { FASTIFY_VERSIONS } from './fastify-versions.js'

describe.each(FASTIFY_VERSIONS)('%s', (_name, createApp) => {
  /** Creates an app that records its warnings, because Fastify only logs a second answer. */
  function createLoggingApp(): { app: FastifyInstance; warnings: string[] } {
    const warnings: string[] = []
    const stream = { write: (line: string) => void warnings.push(line) }
    return { app: createApp({ logger: { level: 'warn', stream } }), warnings }
  }

  it('receives no second answer after authorize has answered', async () => {
    const { app, warnings } = createLoggingApp()
    app.post(
      '/api/upload-token',
      createTokenHandler({
        publicKey: 'demopublickey',
        secretKey: 'demosecretkey',
        authorize: async (_request, reply) => {
          await reply.redirect('/sign-in')
          return null
        },
      }),
    )
    const answer = await app.inject({ method: 'POST', url: '/api/upload-token' })
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/sign-in'])
    expect(warnings).toEqual([])
  })

  it('receives no second answer after a hook of the webhook handler has answered', async () => {
    const { app, warnings } = createLoggingApp()
    const webhooks = createWebhookHandler({
      signingSecret: async () => Promise.resolve('signing secret'),
      onEvent: () => undefined,
      onDeny: (_denied, _request, reply) => void reply.code(418).send('No.'),
    })
    await app.register(webhooks, { prefix: '/webhook' })
    const headers = { 'x-uc-signature': `v1=${'0'.repeat(64)}` }
    const answer = await app.inject({ method: 'POST', url: '/webhook', headers })
    expect([answer.statusCode, answer.body]).toEqual([418, 'No.'])
    expect(warnings).toEqual([])
  })
})
