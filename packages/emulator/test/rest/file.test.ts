import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { emulatorWith, eventsOf, NOW_MS, TARGET, upload } from '../webhooks/emulator-with-webhooks.js'
import { webhookPayloadSchema } from '../webhooks/webhook-payload-schema.js'
import { callRest } from './call-rest.js'

const UNKNOWN_UUID = '00000000-0000-4000-8000-000000000000'
const now = '2026-11-23T12:00:00.000000Z'

function emulatorWithAllWebhooks() {
  return emulatorWith(
    (['file.uploaded', 'file.stored', 'file.deleted', 'file.info_updated'] as const).map((event) => ({
      targetUrl: TARGET,
      event,
    })),
  )
}

describe('GET /files/{uuid}/', () => {
  it('describes a file with its keys in the recorded order', async () => {
    const { emulator } = emulatorWithAllWebhooks()
    const uuid = await upload(emulator, { 'metadata[pet]': 'cat' })
    const { status, headers, json } = await callRest(emulator, 'GET', `/files/${uuid}/`)
    expect(status).toBe(200)
    expect(Object.fromEntries(headers)).toEqual({
      'content-type': 'application/vnd.uploadcare-v0.7+json',
      'access-control-allow-origin': 'https://uploadcare.com',
      vary: 'Accept',
      allow: 'DELETE, GET, HEAD, OPTIONS',
    })
    const expected = {
      datetime_removed: null,
      datetime_stored: now,
      datetime_uploaded: now,
      is_image: false,
      is_ready: true,
      mime_type: 'text/plain',
      original_file_url: `https://ucarecdn.com/${uuid}/Gre.txt`,
      original_filename: 'Größe 猫.txt',
      size: 4,
      url: `https://api.uploadcare.com/files/${uuid}/`,
      uuid,
      variations: null,
      content_info: { mime: { mime: 'text/plain', type: 'text', subtype: 'plain' } },
      metadata: { pet: 'cat' },
    }
    expect(json).toEqual(expected)
    expect(Object.keys(json as object)).toEqual(Object.keys(expected))
  })

  it('answers 404 for an unknown UUID, an invalid UUID and a file of another project', async () => {
    const { emulator } = emulatorWithAllWebhooks()
    const uuid = await upload(emulator)
    emulator.projects.add({ publicKey: 'other', secretKeys: ['othersecretkey'] })
    const notFound = { status: 404, json: { detail: 'Not found.' } }
    const headers = { Authorization: 'Uploadcare.Simple other:othersecretkey' }
    expect(await callRest(emulator, 'GET', `/files/${UNKNOWN_UUID}/`)).toMatchObject(notFound)
    expect(await callRest(emulator, 'GET', '/files/cat/')).toMatchObject(notFound)
    expect(await callRest(emulator, 'GET', `/files/${uuid}/`, { headers })).toMatchObject(notFound)
  })

  it('still describes a deleted file, with datetime_removed and without a URL', async () => {
    const { emulator } = emulatorWithAllWebhooks()
    const uuid = await upload(emulator)
    const removed = { datetime_removed: now, datetime_stored: null, original_file_url: null, uuid, size: 4 }
    expect(await callRest(emulator, 'DELETE', `/files/${uuid}/storage/`)).toMatchObject({
      status: 200,
      json: removed,
    })
    expect(await callRest(emulator, 'GET', `/files/${uuid}/`)).toMatchObject({ status: 200, json: removed })
    const { status } = await emulator.fetch(new Request(`https://ucarecdn.com/${uuid}/`))
    expect(status).toBe(404)
  })
})

describe('GET /files/{uuid}/ in older versions', () => {
  const common = [
    ...[
      'datetime_removed',
      'datetime_stored',
      'datetime_uploaded',
      'image_info',
      'is_image',
      'is_ready',
      'mime_type',
    ],
    ...['original_file_url', 'original_filename', 'size', 'url', 'uuid'],
  ]
  it.each([
    ['0.5', [...common, 'source']],
    ['0.6', [...common, 'variations', 'video_info', 'source']],
  ])('has the keys of version %s', async (version, keys) => {
    const { emulator } = emulatorWithAllWebhooks()
    const uuid = await upload(emulator)
    const headers = { Accept: `application/vnd.uploadcare-v${version}+json` }
    const { json } = await callRest(emulator, 'GET', `/files/${uuid}/?include=appdata`, { headers })
    expect(Object.keys(json as object)).toEqual(keys)
  })
})

describe('PUT and DELETE /files/{uuid}/storage/', () => {
  it('stores a file once, keeps the time of the first request, and sends file.stored once', async () => {
    const { emulator, received } = emulatorWithAllWebhooks()
    const uuid = await upload(emulator, { UPLOADCARE_STORE: '0' })
    emulator.clock.setMs(NOW_MS + 5000)
    const stored = { status: 200, json: { datetime_stored: '2026-11-23T12:00:05.000000Z' } }
    expect(await callRest(emulator, 'PUT', `/files/${uuid}/storage/`)).toMatchObject(stored)
    emulator.clock.setMs(NOW_MS + 9000)
    expect(await callRest(emulator, 'PUT', `/files/${uuid}/storage/`)).toMatchObject(stored)
    await emulator.webhooks.settled()
    expect(eventsOf(received)).toEqual(['file.uploaded', 'file.stored'])
    expect(received[1]?.json.data).toMatchObject({ datetime_stored: '2026-11-23T12:00:05.000000Z' })
  })

  it('deletes a file once and sends file.deleted once', async () => {
    const { emulator, received } = emulatorWithAllWebhooks()
    const uuid = await upload(emulator, { UPLOADCARE_STORE: '0' })
    for (const path of [`/files/${uuid}/storage/`, `/files/${uuid}/`]) {
      expect(await callRest(emulator, 'DELETE', path)).toMatchObject({ json: { datetime_removed: now } })
    }
    await emulator.webhooks.settled()
    expect(eventsOf(received)).toEqual(['file.uploaded', 'file.deleted'])
  })

  it('does not store a deleted file', async () => {
    const { emulator } = emulatorWithAllWebhooks()
    const uuid = await upload(emulator)
    await callRest(emulator, 'DELETE', `/files/${uuid}/storage/`)
    expect(await callRest(emulator, 'PUT', `/files/${uuid}/storage/`)).toMatchObject({ status: 404 })
  })
})

describe('PUT and DELETE /files/storage/', () => {
  it('stores and deletes files, and lists the problems of the others', async () => {
    const { emulator } = emulatorWithAllWebhooks()
    const first = await upload(emulator, { UPLOADCARE_STORE: '0' })
    const second = await upload(emulator, { UPLOADCARE_STORE: '0' })
    const json = [first, second, first, UNKNOWN_UUID, '4j334o01-8bs3']
    const problems = { [UNKNOWN_UUID]: 'Missing in the project', '4j334o01-8bs3': 'Invalid' }
    expect(await callRest(emulator, 'PUT', '/files/storage/', { json })).toMatchObject({
      status: 200,
      json: {
        status: 'ok',
        result: [
          { uuid: first, datetime_stored: now },
          { uuid: second, datetime_stored: now },
        ],
        problems,
      },
    })
    expect(await callRest(emulator, 'DELETE', '/files/storage/', { json })).toMatchObject({
      json: { result: [{ uuid: first, datetime_removed: now }, { uuid: second }], problems },
    })
    expect(await callRest(emulator, 'PUT', '/files/storage/', { json: [first] })).toMatchObject({
      json: { result: [], problems: { [first]: 'Missing in the project' } },
    })
  })

  it.each([
    ['Expected list of UUIDs', { uuids: [] }],
    ['Expected list of UUIDs', [1]],
    ['Expected list of UUIDs', undefined],
    ['List of UUIDs can not be empty', []],
    [
      'Maximum UUIDs per request is exceeded. The limit is 100',
      Array.from({ length: 101 }, () => UNKNOWN_UUID),
    ],
  ])('refuses an invalid list: %s', async (detail, json) => {
    const { emulator } = emulatorWithAllWebhooks()
    expect(await callRest(emulator, 'PUT', '/files/storage/', { json })).toMatchObject({
      status: 400,
      json: { detail },
    })
  })
})

describe('/files/{uuid}/metadata/', () => {
  it('adds, changes, returns and deletes values, and sends file.info_updated', async () => {
    const { emulator, received } = emulatorWithAllWebhooks()
    const uuid = await upload(emulator, { 'metadata[pet]': 'cat' })
    const path = `/files/${uuid}/metadata/`
    expect(await callRest(emulator, 'GET', path)).toMatchObject({ json: { pet: 'cat' } })
    expect(await callRest(emulator, 'PUT', `${path}a:b/`, { json: 'new' })).toMatchObject({
      status: 201,
      json: 'new',
    })
    expect(await callRest(emulator, 'PUT', `${path}pet/`, { json: 'dog' })).toMatchObject({
      status: 200,
      json: 'dog',
    })
    expect(await callRest(emulator, 'GET', `${path}pet/`)).toMatchObject({ status: 200, json: 'dog' })
    expect(await callRest(emulator, 'DELETE', `${path}pet/`)).toMatchObject({ status: 204, json: undefined })
    expect(await callRest(emulator, 'GET', `${path}pet/`)).toMatchObject({ status: 404 })
    expect(await callRest(emulator, 'DELETE', `${path}pet/`)).toMatchObject({ status: 404 })
    expect(await callRest(emulator, 'GET', path)).toMatchObject({ json: { 'a:b': 'new' } })
    await emulator.webhooks.settled()
    const updates = received.filter(({ json }) => json.hook['event'] === 'file.info_updated')
    const ajv = new Ajv({ allowUnionTypes: true })
    for (const { json } of received)
      expect(ajv.validate(webhookPayloadSchema, json), ajv.errorsText()).toBe(true)
    expect(updates.map(({ json }) => [json.data['metadata'], json.previous_values])).toEqual([
      [{ pet: 'cat', 'a:b': 'new' }, { metadata: { pet: 'cat' } }],
      [{ pet: 'dog', 'a:b': 'new' }, { metadata: { pet: 'cat', 'a:b': 'new' } }],
      [{ 'a:b': 'new' }, { metadata: { pet: 'dog', 'a:b': 'new' } }],
    ])
  })

  it.each([
    ['a key with a space', 'a%20b', 'x'],
    ['a key of 65 characters', 'k'.repeat(65), 'x'],
    ['an empty value', 'pet', ''],
    ['a value of 513 characters', 'pet', 'v'.repeat(513)],
    ['a number', 'pet', 5],
    ['no value', 'pet', undefined],
  ])('refuses %s', async (_, key, json) => {
    const { emulator } = emulatorWithAllWebhooks()
    const uuid = await upload(emulator)
    const refused = await callRest(emulator, 'PUT', `/files/${uuid}/metadata/${key}/`, { json })
    expect(refused.status).toBe(400)
    expect(await callRest(emulator, 'GET', `/files/${uuid}/metadata/`)).toMatchObject({ json: {} })
  })

  it('refuses the 51st key', async () => {
    const { emulator } = emulatorWithAllWebhooks()
    const fields = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`metadata[${index}]`, 'x']))
    const uuid = await upload(emulator, fields)
    expect(await callRest(emulator, 'PUT', `/files/${uuid}/metadata/more/`, { json: 'x' })).toMatchObject({
      status: 400,
    })
    expect(await callRest(emulator, 'PUT', `/files/${uuid}/metadata/1/`, { json: 'y' })).toMatchObject({
      status: 200,
    })
  })
})
