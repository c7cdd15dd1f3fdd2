import { describe, expect, it } from 'vitest'
import { imageBytes } from '../image/images.js'
import { emulatorWith, eventsOf, TARGET, upload } from '../webhooks/emulator-with-webhooks.js'
import { callRest } from './call-rest.js'

const V05 = 'application/vnd.uploadcare-v0.5+json'

describe('POST /files/local_copy/', () => {
  it('describes a copy that has not begun, and then the file', async () => {
    const { emulator, received } = emulatorWith([{ targetUrl: TARGET, event: 'file.stored' }])
    const file = new File([imageBytes('png')], 'a b.png', { type: 'image/png' })
    const source = await upload(emulator, { file, 'metadata[pet]': 'cat', UPLOADCARE_STORE: '0' })
    const copied = await callRest(emulator, 'POST', '/files/local_copy/', {
      json: { source, store: 'true', metadata: { from: 'copy' } },
    })
    const { type, result } = copied.json as { type: string; result: Record<string, unknown> }
    expect([copied.status, type]).toEqual([201, 'file'])
    const path = `/files/${String(result['uuid'])}/`
    expect(copied.headers.get('Location')).toBe(`https://api.uploadcare.com${path}`)
    expect(result).toMatchObject({ size: 0, mime_type: 'application/octet-stream', content_info: null })
    expect(result).toMatchObject({ original_filename: 'a b.png', metadata: { from: 'copy' } })
    expect(result['uuid']).not.toBe(source)

    const { json } = await callRest(emulator, 'GET', path)
    expect(json).toMatchObject({ size: file.size, is_image: true, mime_type: 'image/png' })
    await callRest(emulator, 'DELETE', `/files/${source}/storage/`)
    const served = await emulator.fetch(new Request(`https://ucarecdn.com/${String(result['uuid'])}/`))
    expect((await served.arrayBuffer()).byteLength).toBe(file.size)
    await emulator.webhooks.settled()
    expect(eventsOf(received)).toEqual(['file.stored'])
  })

  it('is also at /files/, where older versions name the source', async () => {
    const { emulator } = emulatorWith([])
    const uuid = await upload(emulator)
    const json = { source: `https://ucarecdn.com/${uuid}/-/resize/x800/cat.txt` }
    const copied = await callRest(emulator, 'POST', '/files/', { json, headers: { Accept: V05 } })
    expect(copied).toMatchObject({
      status: 201,
      json: {
        result: {
          source: `/${uuid}/-/resize/x800/cat.txt`,
          datetime_stored: null,
          is_image: null,
          image_info: null,
        },
      },
    })
  })

  it.each([
    ['`source` parameter is required.', {}],
    ['Bad `source` parameter. Use UUID or CDN URL.', { source: 'cat' }],
    ['Bad `source` parameter. Use UUID or CDN URL.', { source: '00000000-0000-4000-8000-000000000000' }],
    ['`store` parameter should be `true` or `false`.', { store: 'maybe' }],
    ['Expected `metadata` to be an object of strings.', { metadata: ['a'] }],
    ['Expected `metadata` to be an object of strings.', { metadata: { a: 1 } }],
    ['Expected JSON object.', [1]],
  ])('refuses with "%s"', async (detail, fields) => {
    const { emulator } = emulatorWith([])
    const source = await upload(emulator)
    const json = Array.isArray(fields) || Object.keys(fields).length === 0 ? fields : { source, ...fields }
    expect(await callRest(emulator, 'POST', '/files/local_copy/', { json })).toMatchObject({
      status: 400,
      json: { detail },
    })
  })

  it('refuses a file that is not ready', async () => {
    const { emulator } = emulatorWith([], { readiness: { afterPolls: 1 } })
    const source = await upload(emulator)
    const copy = async () => callRest(emulator, 'POST', '/files/local_copy/', { json: { source } })
    expect(await copy()).toMatchObject({ status: 400, json: { detail: 'File is not ready yet.' } })
    expect(await callRest(emulator, 'GET', `/files/${source}/`)).toMatchObject({
      json: { is_ready: false, content_info: null },
    })
    expect(await copy()).toMatchObject({ status: 201 })
  })
})
