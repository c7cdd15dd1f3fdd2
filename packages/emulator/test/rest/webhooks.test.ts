import { describe, expect, it } from 'vitest'
import { emulatorWith, eventsOf, SECRET, TARGET, upload } from '../webhooks/emulator-with-webhooks.js'
import { verifyWebhookSignature } from '@secure-uploading/core'
import { callRest } from './call-rest.js'

const now = '2026-11-23T12:00:00.000000Z'

describe('/webhooks/', () => {
  it('adds a webhook that is delivered and signed', async () => {
    const { emulator, received } = emulatorWith([])
    const json = { target_url: TARGET, event: 'file.uploaded', signing_secret: SECRET }
    expect(await callRest(emulator, 'POST', '/webhooks/', { json })).toMatchObject({
      status: 201,
      json: {
        id: 1,
        created: now,
        updated: now,
        event: 'file.uploaded',
        target_url: TARGET,
        project: 1,
        is_active: true,
        signing_secret: SECRET,
        version: '0.7',
      },
    })
    await upload(emulator)
    await emulator.webhooks.settled()
    expect(eventsOf(received)).toEqual(['file.uploaded'])
    const [delivery] = received
    const signed = { signature: delivery?.headers.get('X-Uc-Signature') ?? '', body: delivery?.text ?? '' }
    expect(await verifyWebhookSignature(SECRET, signed)).toEqual({ valid: true })
  })

  it('lists webhooks, also those of the options', async () => {
    const { emulator } = emulatorWith([{ targetUrl: TARGET, event: 'file.stored' }])
    await callRest(emulator, 'POST', '/webhooks/', { json: { target_url: TARGET, event: 'file.deleted' } })
    expect(await callRest(emulator, 'GET', '/webhooks/')).toMatchObject({
      status: 200,
      json: [
        { id: 1, event: 'file.stored', signing_secret: '' },
        { id: 2, event: 'file.deleted' },
      ],
    })
  })

  it('changes only the given fields', async () => {
    const { emulator, received } = emulatorWith([
      { targetUrl: TARGET, event: 'file.stored', signingSecret: SECRET },
    ])
    emulator.clock.advanceMs(1000)
    const off = { is_active: false }
    expect(await callRest(emulator, 'PUT', '/webhooks/1/', { json: off })).toMatchObject({
      status: 200,
      json: {
        id: 1,
        created: now,
        updated: '2026-11-23T12:00:01.000000Z',
        is_active: false,
        signing_secret: SECRET,
      },
    })
    await upload(emulator)
    await emulator.webhooks.settled()
    expect(received).toEqual([])
  })

  it('reads forms, as the OpenAPI description has it', async () => {
    const { emulator } = emulatorWith([])
    const request = new Request('https://api.uploadcare.com/webhooks/', {
      method: 'POST',
      headers: {
        Accept: 'application/vnd.uploadcare-v0.7+json',
        Authorization: 'Uploadcare.Simple demopublickey:demosecretkey',
      },
      body: new URLSearchParams({ target_url: TARGET, event: 'file.infected', is_active: 'false' }),
    })
    const response = await emulator.fetch(request)
    expect(await response.json()).toMatchObject({
      target_url: TARGET,
      event: 'file.infected',
      is_active: false,
    })
  })

  it('unsubscribes all webhooks of a URL', async () => {
    const { emulator } = emulatorWith([
      { targetUrl: TARGET, event: 'file.stored' },
      { targetUrl: TARGET, event: 'file.uploaded' },
      { targetUrl: 'https://other.example.com/', event: 'file.uploaded' },
    ])
    const json = { target_url: TARGET }
    expect(await callRest(emulator, 'DELETE', '/webhooks/unsubscribe/', { json })).toMatchObject({
      status: 204,
      json: undefined,
    })
    expect(await callRest(emulator, 'GET', '/webhooks/')).toMatchObject({ json: [{ id: 3 }] })
    // Repeating it changes nothing.
    expect(await callRest(emulator, 'DELETE', '/webhooks/unsubscribe/', { json })).toMatchObject({
      status: 204,
    })
  })

  it.each([
    ['POST', '/webhooks/', { event: 'file.uploaded' }, '`target_url` is missing.'],
    ['POST', '/webhooks/', undefined, '`target_url` is missing.'],
    ['DELETE', '/webhooks/unsubscribe/', {}, '`target_url` is missing.'],
    ['POST', '/webhooks/', { target_url: TARGET }, '`event` is missing.'],
    ['POST', '/webhooks/', { target_url: TARGET, event: 'file.eaten' }, 'Invalid `event`.'],
    ['POST', '/webhooks/', { target_url: 'ftp://a', event: 'file.uploaded' }, '`target_url` must be'],
    [
      'POST',
      '/webhooks/',
      { target_url: `https://a/${'b'.repeat(255)}`, event: 'file.stored' },
      '255 characters',
    ],
    [
      'POST',
      '/webhooks/',
      { target_url: TARGET, event: 'file.stored', signing_secret: 'x'.repeat(33) },
      '32 characters',
    ],
    [
      'POST',
      '/webhooks/',
      { target_url: TARGET, event: 'file.stored', is_active: 'maybe' },
      'Invalid `is_active`.',
    ],
    ['POST', '/webhooks/', { target_url: TARGET, event: 'file.deleted' }, 'same event and target URL'],
    ['PUT', '/webhooks/1/', ['no object'], 'Expected JSON object.'],
    ['PUT', '/webhooks/1/', { target_url: 7 }, 'Invalid `target_url`.'],
  ])('refuses %s %s %j: %s', async (method, path, json, detail) => {
    const { emulator } = emulatorWith([{ targetUrl: TARGET, event: 'file.deleted' }])
    expect(await callRest(emulator, method, path, { json })).toMatchObject({
      status: 400,
      json: { detail: expect.stringContaining(detail) as string },
    })
    expect(await callRest(emulator, 'GET', '/webhooks/')).toMatchObject({
      json: [{ id: 1, target_url: TARGET }],
    })
  })

  it('answers 404 for the webhook of another project', async () => {
    const { emulator } = emulatorWith([{ targetUrl: TARGET, event: 'file.deleted' }])
    emulator.projects.add({ publicKey: 'other', secretKeys: ['othersecretkey'] })
    const headers = { Authorization: 'Uploadcare.Simple other:othersecretkey' }
    expect(await callRest(emulator, 'PUT', '/webhooks/1/', { json: {}, headers })).toMatchObject({
      status: 404,
    })
    expect(await callRest(emulator, 'PUT', '/webhooks/x/', { json: {} })).toMatchObject({ status: 404 })
  })
})
