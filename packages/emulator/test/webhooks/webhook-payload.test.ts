import { verifyWebhookSignature } from '@secure-uploading/core'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { PUBLIC_KEY } from '../demo-project.js'
import { imageBytes } from '../image/images.js'
import { postForm } from '../post-form.js'
import {
  emulatorWith,
  eventsOf,
  SECRET,
  TARGET,
  upload,
  uploaded,
  type Received,
} from './emulator-with-webhooks.js'
import { webhookPayloadSchema } from './webhook-payload-schema.js'

describe('a webhook', () => {
  test('of an upload has the documented payload and a signature', async () => {
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

  test('is sent for each kind of upload', async () => {
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

  test('is sent for a stored and a deleted file, to webhooks of that event only', async () => {
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

  test('contains the info of an image', async () => {
    const { emulator, received } = emulatorWith([uploaded])
    await upload(emulator, {
      file: new File([imageBytes('png')], 'image', { type: 'application/octet-stream' }),
    })
    await emulator.webhooks.settled()
    expect(received[0]?.json.data).toMatchObject({ is_image: true, mime_type: 'application/octet-stream' })
    const ajv = new Ajv({ allowUnionTypes: true })
    expect(ajv.validate(webhookPayloadSchema, received[0]?.json), ajv.errorsText()).toBe(true)
  })

  test('is not sent for a refused upload', async () => {
    const { emulator, received } = emulatorWith([uploaded])
    await postForm(emulator, '/base/', { file: new File(['meow'], 'a.txt'), UPLOADCARE_PUB_KEY: PUBLIC_KEY })
    await emulator.webhooks.settled()
    expect(received).toEqual([])
  })
})
