import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { demoProject, PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'
import { callRest, SIMPLE } from './call-rest.js'

const NOW_MS = Date.UTC(2026, 10, 23, 12)
const date = (offsetMs = 0) => new Date(NOW_MS + offsetMs).toUTCString()
const create = () => createEmulator({ projects: [demoProject], now: () => NOW_MS })

/** Signs a request as the documentation describes it. */
function signature(
  method: string,
  uri: string,
  options: { body?: string; type?: string; date?: string; key?: string },
) {
  const { body = '', type = '', date: signedDate = date(), key = SECRET_KEY } = options
  const md5 = createHash('md5').update(body).digest('hex')
  return createHmac('sha1', key).update([method, md5, type, signedDate, uri].join('\n')).digest('hex')
}

describe('the Authorization header of the REST API', () => {
  it('accepts the secret key', async () => {
    const emulator = create()
    expect(await callRest(emulator, 'GET', '/files/cat/')).toMatchObject({ status: 404 })
    expect(emulator.journal.entries('rest/file')).toMatchObject([
      { credential: 'secret-key', publicKey: PUBLIC_KEY, verdict: { valid: true }, status: 404 },
    ])
  })

  it.each(['Date', 'X-Uploadcare-Date'])('accepts a signature over the date in %s', async (header) => {
    const emulator = create()
    const path = '/files/cat/?include=appdata'
    const headers = {
      [header]: date(),
      Authorization: `Uploadcare ${PUBLIC_KEY}:${signature('GET', path, {})}`,
    }
    expect(await callRest(emulator, 'GET', path, { headers })).toMatchObject({ status: 404 })
    const signatureStart = signature('GET', path, {}).slice(0, 8)
    expect(emulator.journal.entries()).toMatchObject([{ credential: 'request-signature', signatureStart }])
  })

  it('accepts a signature over a body, by any of the secret keys', async () => {
    const emulator = createEmulator({
      projects: [{ ...demoProject, secretKeys: ['another', SECRET_KEY] }],
      now: () => NOW_MS,
    })
    const json = ['00000000-0000-4000-8000-000000000000']
    const signed = { body: JSON.stringify(json), type: 'application/json' }
    const Authorization = `Uploadcare ${PUBLIC_KEY}:${signature('PUT', '/files/storage/', signed)}`
    const headers = { Date: date(), Authorization }
    expect(await callRest(emulator, 'PUT', '/files/storage/', { json, headers })).toMatchObject({
      status: 200,
    })
  })

  it.each([
    ['another method', signature('PUT', '/files/cat/', {})],
    ['another path', signature('GET', '/files/dog/', {})],
    ['another body', signature('GET', '/files/cat/', { body: 'x' })],
    ['another content type', signature('GET', '/files/cat/', { type: 'text/plain' })],
    ['another date', signature('GET', '/files/cat/', { date: date(1000) })],
    ['another key', signature('GET', '/files/cat/', { key: 'wrong' })],
    ['nothing', 'x'],
  ])('refuses a signature over %s', async (_, wrong) => {
    const headers = { Date: date(), Authorization: `Uploadcare ${PUBLIC_KEY}:${wrong}` }
    expect(await callRest(create(), 'GET', '/files/cat/', { headers })).toMatchObject({
      status: 401,
      json: { detail: 'Invalid signature. Please check your Secret key.' },
    })
  })

  it.each([
    [15 * 60_000, 404],
    [-15 * 60_000, 404],
    [15 * 60_000 + 1000, 401],
    [-15 * 60_000 - 1000, 401],
  ])('compares the date with the clock: an offset of %d ms answers %d', async (offsetMs, status) => {
    const Authorization = `Uploadcare ${PUBLIC_KEY}:${signature('GET', '/files/cat/', { date: date(offsetMs) })}`
    const headers = { Date: date(offsetMs), Authorization }
    expect(await callRest(create(), 'GET', '/files/cat/', { headers })).toMatchObject({ status })
  })

  it.each([
    ['Incorrect authentication credentials.', ''],
    ['Incorrect authentication credentials.', 'Bearer token'],
    ['Incorrect authentication credentials.', `Uploadcare.Simple ${PUBLIC_KEY}`],
    [
      'Incorrect authentication credentials.',
      `Uploadcare ${PUBLIC_KEY}:${signature('GET', '/files/cat/', {})}`,
    ],
    ['Public key unknown not found.', 'Uploadcare.Simple unknown:demosecretkey'],
    ['Secret key not found.', `Uploadcare.Simple ${PUBLIC_KEY}:wrong`],
  ])('refuses with "%s" the header "%s"', async (detail, Authorization) => {
    const refused = await callRest(create(), 'GET', '/files/cat/', { headers: { Authorization } })
    expect(refused).toMatchObject({ status: 401, json: { detail } })
    expect(refused.headers.get('WWW-Authenticate')).toBe('Uploadcare')
  })

  it('keeps secrets out of the journal, also when the keys are swapped', async () => {
    const emulator = create()
    const swapped = { Authorization: `Uploadcare.Simple ${SECRET_KEY}:${PUBLIC_KEY}` }
    await callRest(emulator, 'GET', '/files/cat/', { headers: swapped })
    await callRest(emulator, 'GET', '/files/cat/', { headers: { Authorization: SIMPLE } })
    expect(JSON.stringify(emulator.journal.entries())).not.toContain(SECRET_KEY)
  })
})

describe('the Accept header of the REST API', () => {
  it.each([
    ['application/vnd.uploadcare-v0.7+json', '0.7'],
    ['application/vnd.uploadcare-v0.6+json', '0.6'],
    ['application/vnd.uploadcare-v0.5+json', '0.5'],
    ['Application/vnd.uploadcare-V0.5+json; charset=utf-8', '0.5'],
    ['application/vnd.uploadcare-v0.5+json;q=0.5, application/vnd.uploadcare-v0.7+json', '0.7'],
    ['text/html, application/vnd.uploadcare-v0.6+json, */*', '0.6'],
  ])('selects the version: %s', async (Accept, version) => {
    const { headers } = await callRest(create(), 'GET', '/files/cat/', { headers: { Accept } })
    expect(headers.get('Content-Type')).toBe(`application/vnd.uploadcare-v${version}+json`)
  })

  it.each(['*/*', 'application/json', 'application/vnd.uploadcare-v0.8+json', ''])(
    'is refused before the credential: "%s"',
    async (Accept) => {
      const headers = { Accept, Authorization: 'wrong' }
      expect(await callRest(create(), 'GET', '/files/cat/', { headers })).toMatchObject({
        status: 406,
        json: {
          detail:
            'Incorrect Accept header provided. Make sure to specify API version. Refer to REST API docs for details.',
        },
      })
    },
  )
})
