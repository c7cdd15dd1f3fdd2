import { generateSecureSignature, verifyWebhookSignature } from '@secure-uploading/core'
import { Ajv } from 'ajv'
import { afterEach, describe, expect, test } from 'vitest'
import { createEmulator, type Emulator, type EmulatorOptions, type WebhookOptions } from '../../src/index.js'
import { demoProject, PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'
import { imageBytes } from '../image/images.js'
import { postForm } from '../post-form.js'
import { webhookPayloadSchema } from './webhook-payload-schema.js'

const SECRET = '7kMVZivndx0ErgvhRKAr'
const TARGET = 'http://127.0.0.1:3000/api/uploadcare-webhook'
const NOW_MS = Date.UTC(2026, 10, 23, 12)
const uploaded: WebhookOptions = { targetUrl: TARGET, event: 'file.uploaded', signingSecret: SECRET }

interface Received {
  url: string
  headers: Headers
  text: string
  json: { hook: Record<string, unknown>; data: Record<string, unknown>; file: string }
}

const running: Emulator[] = []
afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.reset()
})

/** An emulator whose webhooks end here, and are answered with these statuses, then with 200. */
function emulatorWith(
  webhooks: readonly WebhookOptions[],
  { statuses = [], ...options }: Partial<EmulatorOptions> & { statuses?: number[] } = {},
) {
  const received: Received[] = []
  const emulator = createEmulator({
    projects: [{ ...demoProject, webhooks }],
    now: () => NOW_MS,
    webhookRetryDelaysMs: [0, 0],
    async sendWebhook(request) {
      const text = await request.text()
      const json = JSON.parse(text) as Received['json']
      received.push({ url: request.url, headers: request.headers, text, json })
      return new Response(null, { status: statuses.shift() ?? 200 })
    },
    ...options,
  })
  running.push(emulator)
  return { emulator, received }
}

async function upload(emulator: Emulator, fields: Record<string, string | Blob> = {}): Promise<string> {
  const { secureSignature, secureExpire } = await generateSecureSignature(
    SECRET_KEY,
    { expiresIn: 60 },
    { now: () => NOW_MS },
  )
  const response = await postForm(emulator, '/base/', {
    file: new File(['meow'], 'Größe 猫.txt', { type: 'text/plain' }),
    UPLOADCARE_PUB_KEY: PUBLIC_KEY,
    signature: secureSignature,
    expire: secureExpire,
    ...fields,
  })
  const { file } = (await response.json()) as { file: string }
  return file
}
const eventsOf = (received: readonly Received[]) => received.map(({ json }) => json.hook['event'])

describe('an emulated webhook', () => {
  test('tells of an upload in the form that Uploadcare describes, signed', async () => {
    const { emulator, received } = emulatorWith([uploaded])
    const uuid = await upload(emulator, { 'metadata[pet]': 'cat', UPLOADCARE_STORE: '0' })
    await emulator.webhooks.settled()

    const [{ url, headers, text, json }] = received as [Received]
    expect(received).toHaveLength(1)
    expect(url).toBe(TARGET)
    expect(headers.get('content-type')).toBe('application/json')
    const signature = headers.get('x-uc-signature')
    expect(await verifyWebhookSignature(SECRET, { signature, body: text })).toEqual({ valid: true })

    const ajv = new Ajv({ allowUnionTypes: true })
    expect(ajv.validate(webhookPayloadSchema, json), ajv.errorsText()).toBe(true)
    expect(json.hook).toMatchObject({ event: 'file.uploaded', target: TARGET, project_pub_key: PUBLIC_KEY })
    expect(json.data).toMatchObject({
      uuid,
      size: 4,
      original_filename: 'Größe 猫.txt',
      mime_type: 'text/plain',
      metadata: { pet: 'cat' },
      datetime_uploaded: '2026-11-23T12:00:00.000000Z',
      datetime_stored: null,
      datetime_removed: null,
    })
    const served = await emulator.fetch(new Request(json.file))
    expect(await served.text()).toBe('meow')
  })

  test('is sent for every way of uploading', async () => {
    const { emulator, received } = emulatorWith([uploaded], {
      network: {
        resolve: () => Promise.resolve(['192.0.2.1']),
        request: () =>
          Promise.resolve({
            status: 200,
            headers: new Headers({ 'content-type': 'text/plain' }),
            body: (async function* () {
              yield await Promise.resolve(new TextEncoder().encode('meow'))
            })(),
          }),
      },
    })
    emulator.projects.update(PUBLIC_KEY, { allowPrivateSources: true, secureUploading: false })
    const form = { UPLOADCARE_PUB_KEY: PUBLIC_KEY }
    const uuids = [await upload(emulator)]

    const bytes = new Uint8Array(10_485_760)
    const start = await postForm(emulator, '/multipart/start/', {
      ...form,
      filename: 'large.bin',
      size: String(bytes.byteLength),
      content_type: 'application/octet-stream',
    })
    const { uuid, parts } = (await start.json()) as { uuid: string; parts: string[] }
    for (const [index, url] of parts.entries()) {
      const part = bytes.subarray(index * 5_242_880, (index + 1) * 5_242_880)
      await emulator.fetch(new Request(url, { method: 'PUT', body: part }))
    }
    await emulator.webhooks.settled()
    expect(received).toHaveLength(1)
    await postForm(emulator, '/multipart/complete/', { ...form, uuid })
    uuids.push(uuid)

    await postForm(emulator, '/from_url/', {
      pub_key: PUBLIC_KEY,
      source_url: 'https://source.example/cat.txt',
    })
    await expect.poll(() => received.length).toBe(3)
    uuids.push(received[2]?.json.data['uuid'] as string)

    const body = new FormData()
    body.append('file', new File(['meow'], 'page.txt'))
    const page = await emulator.fetch(
      new Request(`http://127.0.0.1:7070/_emulator/files/${PUBLIC_KEY}`, { method: 'POST', body }),
    )
    uuids.push(...((await page.json()) as { uuids: string[] }).uuids)

    await emulator.webhooks.settled()
    expect(received.map(({ json }) => json.data['uuid'])).toEqual(uuids)
    expect(eventsOf(received)).toEqual(Array.from({ length: 4 }, () => 'file.uploaded'))
  }, 60_000)

  test('tells that a file was stored, and that it was deleted, to those who want to hear it', async () => {
    const { emulator, received } = emulatorWith([
      { targetUrl: TARGET, event: 'file.stored' },
      { targetUrl: TARGET, event: 'file.deleted' },
      { targetUrl: TARGET, event: 'file.infected' },
      { ...uploaded, isActive: false },
    ])
    await upload(emulator, { UPLOADCARE_STORE: '0' })
    const uuid = await upload(emulator, { UPLOADCARE_STORE: '1' })
    await emulator.webhooks.settled()
    expect(eventsOf(received)).toEqual(['file.stored'])
    expect(received[0]?.json.data).toMatchObject({ uuid, datetime_stored: '2026-11-23T12:00:00.000000Z' })
    expect(received[0]?.headers.has('x-uc-signature')).toBe(false)

    await emulator.fetch(new Request(`http://127.0.0.1/_emulator/files/${uuid}`, { method: 'DELETE' }))
    await emulator.webhooks.settled()
    expect(eventsOf(received)).toEqual(['file.stored', 'file.deleted'])
    expect(received[1]?.json.data).toMatchObject({
      uuid,
      original_file_url: null,
      datetime_removed: '2026-11-23T12:00:00.000000Z',
    })
  })

  test('describes an image', async () => {
    const { emulator, received } = emulatorWith([uploaded])
    await upload(emulator, {
      file: new File([imageBytes('png')], 'image', { type: 'application/octet-stream' }),
    })
    await emulator.webhooks.settled()
    expect(received[0]?.json.data).toMatchObject({ is_image: true, mime_type: 'image/png' })
    const ajv = new Ajv({ allowUnionTypes: true })
    expect(ajv.validate(webhookPayloadSchema, received[0]?.json), ajv.errorsText()).toBe(true)
  })

  test('does not hold up the answer to the upload', async () => {
    const { emulator } = emulatorWith([uploaded], { sendWebhook: () => new Promise(() => undefined) })
    expect(await upload(emulator)).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('is not sent for an upload that was refused', async () => {
    const { emulator, received } = emulatorWith([uploaded])
    await postForm(emulator, '/base/', { file: new File(['meow'], 'a.txt'), UPLOADCARE_PUB_KEY: PUBLIC_KEY })
    await emulator.webhooks.settled()
    expect(received).toEqual([])
  })

  test('is sent again, the same to the byte, until it is answered well', async () => {
    const { emulator, received } = emulatorWith([uploaded], { statuses: [500, 302] })
    await upload(emulator)
    await emulator.webhooks.settled()
    expect(received).toHaveLength(3)
    expect(new Set(received.map(({ text }) => text)).size).toBe(1)
    expect(emulator.journal.entries('webhook').map(({ status }) => status)).toEqual([500, 302, 200])
  })

  test('is given up when nobody answers it well', async () => {
    const refused = Object.assign(new TypeError('fetch failed'), { cause: new Error('connect ECONNREFUSED') })
    const { emulator } = emulatorWith([uploaded], { sendWebhook: () => Promise.reject(refused) })
    await upload(emulator)
    await emulator.webhooks.settled()
    const entries = emulator.journal.entries('webhook')
    expect(entries.map(({ failure }) => failure)).toEqual(
      Array.from({ length: 3 }, () => 'connect ECONNREFUSED'),
    )
  })

  test('is in the journal, without its query, its secret and its signature', async () => {
    const { emulator, received } = emulatorWith([{ ...uploaded, targetUrl: `${TARGET}?token=hidden` }])
    const uuid = await upload(emulator)
    await emulator.webhooks.settled()
    const [entry] = emulator.journal.entries('webhook')
    expect(entry).toMatchObject({
      ...{ endpoint: 'webhook', method: 'POST', path: TARGET, event: 'file.uploaded' },
      ...{ id: uuid, publicKey: PUBLIC_KEY, status: 200, receivedAtMs: NOW_MS, answeredAtMs: NOW_MS },
    })
    const shown = JSON.stringify(emulator.journal.entries())
    const signature = received[0]?.headers.get('x-uc-signature') ?? ''
    for (const hidden of ['hidden', SECRET, signature.slice(3)]) expect(shown).not.toContain(hidden)
  })

  test('is given up by a reset: nothing is sent, or waited for, after it', async () => {
    let attempts = 0
    const { emulator } = emulatorWith([uploaded], {
      webhookRetryDelaysMs: [3_600_000],
      sendWebhook: () => {
        attempts++
        return Promise.resolve(new Response(null, { status: 500 }))
      },
    })
    await upload(emulator)
    await expect.poll(() => emulator.journal.entries('webhook').map(({ status }) => status)).toEqual([500])
    await emulator.reset()
    await emulator.webhooks.settled()
    expect(attempts).toBe(1)
  })

  test('that is under way is aborted by a reset', async () => {
    let signal: AbortSignal | undefined
    const { emulator } = emulatorWith([uploaded], {
      sendWebhook: (request) => {
        signal = request.signal
        return new Promise(() => undefined)
      },
    })
    await upload(emulator)
    await expect.poll(() => signal?.aborted).toBe(false)
    await emulator.reset()
    expect(signal?.aborted).toBe(true)
  })

  test('can be set over HTTP, and is listed without its secret', async () => {
    const { emulator, received } = emulatorWith([])
    const patch = await emulator.fetch(
      new Request(`http://127.0.0.1/_emulator/projects/${PUBLIC_KEY}`, {
        method: 'PATCH',
        body: JSON.stringify({ webhooks: [uploaded] }),
      }),
    )
    expect(patch.status).toBe(204)
    await upload(emulator)
    await emulator.webhooks.settled()
    expect(eventsOf(received)).toEqual(['file.uploaded'])
    const state = await (await emulator.fetch(new Request('http://127.0.0.1/_emulator/state'))).text()
    expect(state).toContain(
      `"webhooks":[{"targetUrl":"${TARGET}","event":"file.uploaded","isActive":true,"isSigned":true}]`,
    )
    expect(state).not.toContain(SECRET)
  })

  test.each([
    [
      [{ targetUrl: 'ftp://127.0.0.1/', event: 'file.uploaded' }],
      '"targetUrl" must be a URL of http or https',
    ],
    [
      [{ targetUrl: `http://a.example/${'x'.repeat(255)}`, event: 'file.uploaded' }],
      'at most 255 characters',
    ],
    [[{ targetUrl: TARGET, event: 'file.renamed' }], '"event" must be one of file.uploaded'],
    [
      [{ ...uploaded, signingSecret: 'x'.repeat(33) }],
      '"signingSecret" must be a text of 1 to 32 characters',
    ],
    [[{ ...uploaded, signingSecret: ' ' }], '"signingSecret" must be a text of 1 to 32 characters'],
    [[{ ...uploaded, isActive: 1 }], '"isActive" must be true or false'],
    [[{ ...uploaded, secret: 'x' }], '"secret" is no option of a webhook'],
    [[uploaded, { ...uploaded, isActive: false }], 'two for the same event and target URL'],
    [[null], 'A webhook must be an object'],
    [{}, '"webhooks" must be an array'],
  ])('is refused when it is %j', (webhooks, message) => {
    const projects = [{ ...demoProject, webhooks: webhooks as WebhookOptions[] }]
    expect(() => createEmulator({ projects })).toThrow(message)
  })

  test('is not sent again after times that are none', () => {
    for (const webhookRetryDelaysMs of [[-1], [Number.NaN], 1000 as unknown as number[]]) {
      expect(() => createEmulator({ projects: [demoProject], webhookRetryDelaysMs })).toThrow(
        '"webhookRetryDelaysMs" must be an array of milliseconds',
      )
    }
  })
})

test('that nobody answers stands on the page, with the reason', async () => {
  const { emulator } = emulatorWith([uploaded], {
    webhookRetryDelaysMs: [],
    sendWebhook: () => Promise.reject(new Error('connect ECONNREFUSED 127.0.0.1:3000')),
  })
  await upload(emulator)
  await emulator.webhooks.settled()
  const page = await emulator.fetch(new Request('http://127.0.0.1:7070/_emulator/'))
  const row = (await page.text()).split('<tr').find((text) => text.includes('Webhook file.uploaded'))
  expect(row).toContain(TARGET)
  expect(row).toContain('connect ECONNREFUSED 127.0.0.1:3000')
})
