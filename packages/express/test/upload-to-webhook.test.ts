import type { EmulatorServer, EmulatorServerOptions } from '@secure-uploading/emulator/node'
import { startEmulator } from '@secure-uploading/emulator/node'
import express from 'express'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import {
  createTokenHandler,
  createWebhookHandler,
  type WebhookDenied,
  type WebhookEvent,
  type WebhookHandlerOptions,
} from '../src/index.js'

const PUBLIC_KEY = 'demopublickey'
const SIGNING_SECRET = '7kMVZivndx0ErgvhRKAr'
const receipts = { secret: 'a secret of the backend' }

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

interface World {
  url: string
  emulated: EmulatorServer
  events: WebhookEvent[]
  denied: WebhookDenied[]
}

/** Starts an Express server with both endpoints and an emulator that sends it webhooks. */
async function start(
  options: Partial<WebhookHandlerOptions<unknown[]>> = {},
  emulatorOptions: Partial<EmulatorServerOptions> = {},
): Promise<World> {
  const events: WebhookEvent[] = []
  const denied: WebhookDenied[] = []
  const app = express()
  app.all(
    '/api/uploadcare-webhook',
    createWebhookHandler({
      signingSecret: SIGNING_SECRET,
      receipts,
      onEvent: (event) => events.push(event),
      onDeny: (event) => denied.push(event),
      ...options,
    }),
  )
  app.use(express.json())
  app.all(
    '/api/upload-token',
    createTokenHandler({
      publicKey: PUBLIC_KEY,
      secretKey: 'demosecretkey',
      receipts,
      authorize: (request) => ({ subject: request.get('x-user') ?? '' }),
    }),
  )
  const listening = app.listen(0, '127.0.0.1')
  closers.push(() => new Promise((resolve) => listening.close(resolve)))
  await new Promise((resolve) => listening.once('listening', resolve))
  const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
  const webhook = { targetUrl: `${url}/api/uploadcare-webhook`, event: 'file.uploaded' } as const
  const emulated = await startEmulator({
    projects: [
      {
        publicKey: PUBLIC_KEY,
        secretKeys: ['demosecretkey'],
        webhooks: [{ ...webhook, signingSecret: SIGNING_SECRET }],
      },
    ],
    webhookRetryDelaysMs: [],
    ...emulatorOptions,
  })
  closers.push(() => emulated.close())
  return { url, emulated, events, denied }
}

/** Uploads a file as a browser does: with a token, and its receipt in the metadata. */
async function upload(
  { url, emulated }: World,
  user: string,
  changeReceipt = (receipt: string) => receipt,
): Promise<string> {
  const asked = await fetch(`${url}/api/upload-token`, { method: 'POST', headers: { 'x-user': user } })
  const token = (await asked.json()) as Record<'secureSignature' | 'secureExpire' | 'uploadReceipt', string>
  const form = new FormData()
  form.append('UPLOADCARE_PUB_KEY', PUBLIC_KEY)
  form.append('signature', token.secureSignature)
  form.append('expire', token.secureExpire)
  form.append('metadata[uploadReceipt]', changeReceipt(token.uploadReceipt))
  form.append('file', new Blob(['meow']), 'Größe 猫.txt')
  const uploaded = await fetch(`${emulated.url}/base/`, { method: 'POST', body: form })
  const { file } = (await uploaded.json()) as { file: string }
  await emulated.emulator.webhooks.settled()
  return file
}

const statusesOf = ({ emulated }: World) =>
  emulated.emulator.journal.entries('webhook').map(({ status }) => status)

describe('from an upload to the webhook', () => {
  it('passes the subject of the receipt to the backend', async () => {
    const world = await start()
    const uuids = [await upload(world, 'ada'), await upload(world, 'bob')]

    const seen = world.events.map((event) => [
      event.type,
      event.type === 'unknown' ? undefined : event.payload.data.uuid,
      event.receipt?.valid === true ? event.receipt.claims.subject : undefined,
    ])
    expect(seen).toEqual([
      ['file.uploaded', uuids[0], 'ada'],
      ['file.uploaded', uuids[1], 'bob'],
    ])
    expect(statusesOf(world)).toEqual([204, 204])
  })

  it('reports a receipt that was modified in transit', async () => {
    const world = await start()
    await upload(world, 'eve', (receipt) => {
      const [version = '', payload = '', mac = ''] = receipt.split('.')
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object
      const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'ada' })).toString('base64url')
      return [version, forged, mac].join('.')
    })

    expect(world.events).toMatchObject([{ receipt: { valid: false, reason: 'mismatch' } }])
  })

  it('refuses a webhook that was modified in transit', async () => {
    const world = await start(
      {},
      {
        async sendWebhook(request) {
          const body = (await request.text()).replace('"size":4', '"size":5')
          return fetch(new Request(request.url, { method: 'POST', headers: request.headers, body }))
        },
      },
    )
    await upload(world, 'ada')

    expect([world.events, statusesOf(world)]).toEqual([[], [401]])
    expect(world.denied).toMatchObject([{ reason: 'signature-mismatch' }])
  })

  it('accepts a replaced secret only while it is in the list', async () => {
    const replaced = await start({ signingSecret: 'the next secret' })
    await upload(replaced, 'ada')
    expect([replaced.events, statusesOf(replaced)]).toEqual([[], [401]])

    const moving = await start({ signingSecret: ['the next secret', SIGNING_SECRET] })
    await upload(moving, 'ada')
    expect(statusesOf(moving)).toEqual([204])

    const receiptsMoved = await start({ receipts: { secret: 'the next secret' } })
    await upload(receiptsMoved, 'ada')
    expect(receiptsMoved.events).toMatchObject([{ receipt: { valid: false, reason: 'mismatch' } }])
  })

  it('receives an event again after a failure', async () => {
    let calls = 0
    const onEvent = (): void => {
      if (++calls === 1) throw new Error('the database is unavailable')
    }
    const world = await start({ onEvent, onError: () => undefined }, { webhookRetryDelaysMs: [0] })
    await upload(world, 'ada')

    expect([calls, statusesOf(world)]).toEqual([2, [500, 204]])
  })
})
