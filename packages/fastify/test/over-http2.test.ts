import { createHmac } from 'node:crypto'
import { connect, type OutgoingHttpHeaders } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { createTokenHandler, createWebhookHandler } from '../src/index.js'
import { FASTIFY_VERSIONS } from './fastify-versions.js'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** Serves both endpoints over HTTP/2. Returns a function that sends a POST to them. */
async function start(
  createApp: (typeof FASTIFY_VERSIONS)[number][1],
): Promise<
  (path: string, headers: OutgoingHttpHeaders, body?: string) => Promise<{ status: unknown; answer: string }>
> {
  const app = createApp({ http2: true })
  app.all(
    '/api/upload-token',
    createTokenHandler({ publicKey: 'demopublickey', secretKey: 'demosecretkey', authorize: 'anyone' }),
  )
  await app.register(createWebhookHandler({ signingSecret: 'signing secret', onEvent: () => undefined }), {
    prefix: '/api/uploadcare-webhook',
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  closers.push(() => app.close())
  const { port } = app.server.address() as AddressInfo

  return async (path, headers, body = '') => {
    const session = connect(`http://127.0.0.1:${port}`)
    try {
      const stream = session.request({ ':method': 'POST', ':path': path, ...headers })
      const status = new Promise((resolve, reject) => {
        stream.on('error', reject)
        stream.on('response', (received) => {
          resolve(received[':status'])
        })
      })
      stream.end(body)
      return { status: await status, answer: await text(stream) }
    } finally {
      session.close()
    }
  }
}

describe.each(FASTIFY_VERSIONS)('%s', (_name, createApp) => {
  it.each([
    [200, { ':authority': 'app.example', origin: 'https://app.example' }],
    [200, { ':authority': 'app.example:8443', origin: 'https://app.example:8443' }],
    [200, { host: 'app.example', origin: 'https://app.example' }],
    [403, { ':authority': 'app.example', origin: 'https://evil.example' }],
    [403, { ':authority': 'app.example', origin: 'https://app.example:8443' }],
  ])('answers %i over HTTP/2, where the host is in :authority, to %j', async (expected, headers) => {
    const send = await start(createApp)
    const { status, answer } = await send('/api/upload-token', headers)
    expect([status, answer]).toEqual([
      expected,
      expect.stringContaining(expected === 200 ? 'secureSignature' : 'ERR_FORBIDDEN'),
    ])
  })

  it('accepts webhooks over HTTP/2', async () => {
    const send = await start(createApp)
    const body = '{"hook":{"event":"file.renamed"}}'
    const signature = `v1=${createHmac('sha256', 'signing secret').update(body).digest('hex')}`
    const headers = { 'content-type': 'application/json', 'x-uc-signature': signature }
    expect(await send('/api/uploadcare-webhook', headers, body)).toEqual({ status: 204, answer: '' })
  })
})
