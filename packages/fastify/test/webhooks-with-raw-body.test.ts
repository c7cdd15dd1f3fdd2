import { createHmac } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import type { RawBodyPluginOptions } from 'fastify-raw-body'
import { describeWebhookEndpoint } from '@secure-uploading/contract'
import { describeWebhookConnections } from '@secure-uploading/contract/node'
import { createWebhookHandler } from '../src/index.js'
import { framework } from './fastify-framework.js'
import { RAW_BODY_PLUGINS } from './fastify-versions.js'
import { serveApp } from './serve-app.js'

const ROUTES = ['/api/uploadcare-webhook', '/api/uploadcare-webhook/']
const prefix = '/api/uploadcare-webhook'
const BODY = '{"hook":{"event":"file.renamed"},"name":"Größe 猫"}'
const SIGNATURE = `v1=${createHmac('sha256', 'signing secret').update(BODY).digest('hex')}`

for (const [name, createApp, rawBodyPlugin] of RAW_BODY_PLUGINS) {
  describeWebhookEndpoint(`${name} with fastify-raw-body`, {
    ...framework,
    async serve(options) {
      const app = createApp()
      await app.register(rawBodyPlugin)
      await app.register(createWebhookHandler(options), { prefix })
      return serveApp(app)
    },
  })

  describeWebhookConnections(name, {
    async serve(options) {
      const app = createApp()
      await app.register(createWebhookHandler(options), { prefix })
      return serveApp(app)
    },
  })
}

describe.each(RAW_BODY_PLUGINS)('webhooks in %s with fastify-raw-body', (_name, createApp, rawBodyPlugin) => {
  it.each<[when: string, options: RawBodyPluginOptions]>([
    ['for every route', { global: true }],
    ['first', { global: true, runFirst: true }],
    ['without an encoding', { global: true, encoding: false }],
    ['for no route by default', { global: false }],
    ['for the webhook route', { routes: ROUTES }],
    ['for the webhook route, without an encoding', { routes: ROUTES, encoding: false }],
  ])('are delivered when it runs %s', async (_when, options) => {
    const events: unknown[] = []
    const errors: unknown[] = []
    const app = createApp()
    await app.register(rawBodyPlugin, options)
    await app.register(
      createWebhookHandler({
        signingSecret: 'signing secret',
        onEvent: (event) => events.push(event.payload),
        onError: (error) => errors.push(error),
      }),
      { prefix },
    )
    const served = await serveApp(app)
    const headers = { 'content-type': 'application/json', 'x-uc-signature': SIGNATURE }
    const request = new Request(`http://app.example${prefix}`, { method: 'POST', headers, body: BODY })
    const { status } = await served.send(request)
    await served.close?.()
    expect(errors).toEqual([])
    expect([status, events]).toEqual([204, [JSON.parse(BODY)]])
  })

  it('are delivered when the body arrives in pieces', async () => {
    const app = createApp()
    await app.register(rawBodyPlugin, { routes: ROUTES })
    const webhooks = createWebhookHandler({ signingSecret: 'signing secret', onEvent: () => undefined })
    await app.register(webhooks, { prefix })
    const served = await serveApp(app)
    const socket = connect(served.port, '127.0.0.1')
    const bytes = Buffer.from(BODY)
    socket.write(
      `POST ${prefix} HTTP/1.1\r\nHost: app.example\r\nConnection: close\r\nContent-Type: application/json\r\n` +
        `X-Uc-Signature: ${SIGNATURE}\r\nContent-Length: ${bytes.byteLength}\r\n\r\n`,
    )
    for (const byte of bytes) await new Promise((resolve) => socket.write(Buffer.of(byte), resolve))
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 204 /)
    await served.close?.()
  })
})
