import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { demoProject, PUBLIC_KEY, signed } from '../demo-project.js'
import { postForm } from '../post-form.js'

const ORIGIN = 'https://upload.uploadcare.com'
const emulator = createEmulator({ projects: [demoProject] })
const file = new File(['x'], 'x.txt')

describe('a response', () => {
  it.each([
    ['/base/', 'POST, OPTIONS'],
    ['/multipart/start/', 'POST, OPTIONS'],
    ['/multipart/complete/', 'POST, OPTIONS'],
    ['/from_url/', 'OPTIONS, GET, POST'],
    ['/from_url/status/', 'GET, POST, HEAD, OPTIONS'],
    ['/info/', 'GET, HEAD, OPTIONS'],
    ['/group/', 'GET, POST, HEAD, OPTIONS'],
    ['/group/info/', 'GET, HEAD, OPTIONS'],
  ])('of %s allows the methods %s and refuses others', async (path, methods) => {
    const send = async (method: string): Promise<Response> =>
      emulator.fetch(new Request(ORIGIN + path, { method }))
    for (const method of ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH']) {
      const response = await send(method)
      expect(response.headers.get('Access-Control-Allow-Methods')).toBe(methods)
      expect([method, response.status === 405]).toEqual([method, !methods.split(', ').includes(method)])
    }
    expect(await (await send('DELETE')).text()).toBe(`HTTP method DELETE is not allowed for ${path}`)
  })

  it('has the headers of the Upload API', async () => {
    const { headers } = await emulator.fetch(new Request(`${ORIGIN}/info/`))
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-xss-protection': '1; mode=block',
      vary: 'Accept-Encoding, Origin',
      'access-control-allow-origin': '*',
      'access-control-allow-credentials': 'true',
      'access-control-max-age': '1',
      'access-control-expose-headers': 'Warning, Retry-After',
      'x-uploadcare-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    })
  })

  it('has its own request id', async () => {
    const ids = await Promise.all(
      [1, 2].map(async () =>
        (await emulator.fetch(new Request(`${ORIGIN}/info/`))).headers.get('X-Uploadcare-Request-Id'),
      ),
    )
    expect(new Set(ids).size).toBe(2)
  })

  it('has the Access-Control-Max-Age of the option maxAgeSeconds', async () => {
    const cached = createEmulator({ projects: [demoProject], maxAgeSeconds: 600 })
    const { headers } = await cached.fetch(new Request(`${ORIGIN}/base/`, { method: 'OPTIONS' }))
    expect(headers.get('Access-Control-Max-Age')).toBe('600')
  })

  it('warns about an upload without a credential, while secure uploading is off', async () => {
    const open = createEmulator({ projects: [{ ...demoProject, secureUploading: false }] })
    const { secureSignature: signature, secureExpire: expire } = await signed()
    const fields = { UPLOADCARE_PUB_KEY: PUBLIC_KEY, file }
    const warning = async (...[of, more]: [typeof open, Record<string, string>]): Promise<string | null> =>
      (await postForm(of, '/base/', { ...fields, ...more })).headers.get('Warning')

    expect(await warning(open, {})).toBe(
      '199 Miscellaneous warning: You should use secure requests to Uploadcare',
    )
    expect(await warning(open, { signature, expire })).toBeNull()
    expect(await warning(emulator, { signature, expire })).toBeNull()
    expect(await warning(emulator, {})).toBeNull()
  })
})

describe('the path of an endpoint', () => {
  it.each([
    ['/info/', 403],
    ['/info', 403],
    ['//info//', 403],
    ['/%2Finfo%2F', 403],
    ['/%2finfo', 403],
    ['/from_url/status', 400],
    ['/from_url//status//', 400],
    ['/%2Ffrom_url%2Fstatus%2F', 400],
    ['/group//info/', 403],
    ['/infos/', 404],
    ['/info/x/', 404],
    ['/%252Finfo/', 404],
  ])('may be written as %s: %i', async (path, status) => {
    expect((await emulator.fetch(new Request(ORIGIN + path))).status).toBe(status)
  })

  it('is the documented one in the journal and for the scope of an auth token', async () => {
    await emulator.reset()
    await emulator.fetch(new Request(`${ORIGIN}/group//`, { method: 'POST' }))
    expect(emulator.journal.entries()[0]?.path).toBe('/group/')
  })
})
