import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { callRest } from './call-rest.js'

const create = () => createEmulator({ projects: [{ ...demoProject, autostore: false }] })

describe('the REST API', () => {
  it('describes the project of the credential', async () => {
    expect(await callRest(create(), 'GET', '/project/')).toMatchObject({
      status: 200,
      json: { collaborators: [], name: PUBLIC_KEY, pub_key: PUBLIC_KEY, autostore_enabled: false },
    })
  })

  it.each([
    ['/files/', 'GET, HEAD, OPTIONS, POST'],
    ['/files/local_copy/', 'OPTIONS, POST'],
    ['/files/storage/', 'DELETE, OPTIONS, PUT'],
    ['/files/x/', 'DELETE, GET, HEAD, OPTIONS'],
    ['/files/x/storage/', 'DELETE, GET, HEAD, OPTIONS, POST, PUT'],
    ['/files/x/metadata/', 'GET, HEAD, OPTIONS'],
    ['/files/x/metadata/y/', 'DELETE, GET, HEAD, OPTIONS, PUT'],
    ['/groups/', 'GET, HEAD, OPTIONS'],
    ['/groups/x/', 'DELETE, GET, HEAD, OPTIONS'],
    ['/webhooks/', 'GET, HEAD, OPTIONS, POST'],
    ['/webhooks/unsubscribe/', 'DELETE, OPTIONS'],
    ['/webhooks/1/', 'OPTIONS, PUT'],
    ['/project/', 'GET, HEAD, OPTIONS'],
  ])('lists the methods of %s and refuses others after the credential', async (path, allow) => {
    const refused = await callRest(create(), 'PATCH', path)
    expect(refused).toMatchObject({ status: 405, json: { detail: 'Method "PATCH" not allowed.' } })
    expect(refused.headers.get('Allow')).toBe(allow)
    const headers = { Authorization: '' }
    expect(await callRest(create(), 'PATCH', path, { headers })).toMatchObject({ status: 401 })
    const options = await callRest(create(), 'OPTIONS', path, { headers })
    expect(options).toMatchObject({ status: 200, json: undefined })
    expect(options.headers.get('Allow')).toBe(allow)
  })

  it('answers HEAD like GET, without a body', async () => {
    const { status, headers, json } = await callRest(create(), 'HEAD', '/project/')
    expect([status, json]).toEqual([200, undefined])
    expect(headers.get('Content-Type')).toBe('application/vnd.uploadcare-v0.7+json')
  })

  it.each([
    ['{', 'application/json', 400, 'Expected JSON object.'],
    ['[]', 'text/plain', 415, 'Unsupported media type "text/plain" in request.'],
    ['[]', 'application/json; charset=utf-8', 400, 'List of UUIDs can not be empty'],
    ['[]', 'application/vnd.uploadcare-v0.7+json', 400, 'List of UUIDs can not be empty'],
  ])('reads the body %s of type %s', async (body, type, status, detail) => {
    const { headers } = new Request('https://a', {
      headers: { Accept: 'application/vnd.uploadcare-v0.7+json' },
    })
    headers.set('Authorization', 'Uploadcare.Simple demopublickey:demosecretkey')
    headers.set('Content-Type', type)
    const request = new Request('https://api.uploadcare.com/files/storage/', { method: 'PUT', headers, body })
    const response = await create().fetch(request)
    expect([response.status, await response.json()]).toEqual([status, { detail }])
  })

  it('refuses a body over 1 MiB', async () => {
    const json = ['x'.repeat(1024 * 1024)]
    expect(await callRest(create(), 'PUT', '/files/storage/', { json })).toMatchObject({ status: 413 })
  })

  it('has URLs on the origin that the client uses', async () => {
    const emulator = create()
    emulator.projects.update(PUBLIC_KEY, { secureUploading: false })
    const body = new FormData()
    body.append('UPLOADCARE_PUB_KEY', PUBLIC_KEY)
    body.append('file', new File(['x'], 'a b-c_d.e.txt'))
    const origin = 'http://127.0.0.1:4000'
    const uploaded = await emulator.fetch(new Request(`${origin}/base/`, { method: 'POST', body }))
    const { file: uuid } = (await uploaded.json()) as { file: string }
    expect(await callRest(emulator, 'GET', `/files/${uuid}/`, { origin })).toMatchObject({
      json: { original_file_url: `${origin}/${uuid}/abc_de.txt`, url: `${origin}/files/${uuid}/` },
    })
    const { status } = await emulator.fetch(new Request(`${origin}/${uuid}/abc_de.txt`))
    expect(status).toBe(200)
  })
})
