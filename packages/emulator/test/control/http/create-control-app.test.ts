import { generateSecureSignature } from '@secure-uploading/core'
import { beforeEach, describe, expect, test } from 'vitest'
import { createEmulator } from '../../../src/index.js'
import { demoProject, PUBLIC_KEY, SECRET_KEY, signed } from '../../demo-project.js'
import { postForm } from '../../post-form.js'

const NOW_MS = Date.UTC(2026, 10, 23)
const emulator = createEmulator({ projects: [demoProject], now: () => NOW_MS })

beforeEach(async () => {
  await emulator.reset()
})

async function call(method: string, path: string, body?: unknown): Promise<[status: number, json: unknown]> {
  const request = new Request(`http://127.0.0.1:7070/_emulator${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const response = await emulator.fetch(request)
  const text = await response.text()
  return [response.status, text === '' ? undefined : (JSON.parse(text) as unknown)]
}

test('secure uploading can be switched off', async () => {
  expect(await call('PATCH', `/projects/${PUBLIC_KEY}`, { secureUploading: false })).toEqual([204, undefined])
  const [, projects] = await call('GET', '/projects')
  expect(projects).toEqual([
    {
      publicKey: PUBLIC_KEY,
      secretKeysCount: 1,
      secretKeyEndings: ['tkey'],
      secureUploading: false,
      secureDelivery: false,
      signedAiGeneration: true,
      autostore: true,
      storeDefault: 'auto',
      maxFileSizeBytes: null,
      allowedTypes: null,
      allowPrivateSources: false,
      webhooks: [],
    },
  ])
})

test('a project can be added and its secret keys changed, without exposing them', async () => {
  await call('POST', '/projects', { publicKey: 'another', secretKeys: ['verysecret'] })
  await call('PATCH', '/projects/another', {
    secretKeys: ['verysecret', 'alsosecret'],
    deliverySecrets: ['73636b61519a'],
  })
  const [, state] = await call('GET', '/state')

  expect(JSON.stringify(state)).toContain('"secretKeysCount":2')
  expect(JSON.stringify(state)).toContain('"secureDelivery":true')
  for (const secret of ['verysecret', 'alsosecret', '73636b61519a', SECRET_KEY])
    expect(JSON.stringify(state)).not.toContain(secret)
})

test('secret keys can be added and removed, and only their endings are shown', async () => {
  const keys = `/projects/${PUBLIC_KEY}/secret-keys`
  expect(await call('POST', keys, { secretKey: 'a-longer-secret' })).toEqual([201, undefined])
  expect(await call('POST', keys, { secretKey: 'short' })).toEqual([201, undefined])
  const [, state] = await call('GET', '/state')
  expect(state).toMatchObject({
    projects: [{ secretKeysCount: 3, secretKeyEndings: ['tkey', 'cret', ''] }],
  })
  for (const secret of [SECRET_KEY, 'a-longer-secret', 'short'])
    expect(JSON.stringify(state)).not.toContain(secret)

  expect(await call('DELETE', `${keys}/0`)).toEqual([204, undefined])
  expect(await call('DELETE', `${keys}/2`)).toEqual([404, undefined])
  expect(await statusOfUploadSignedWith('a-longer-secret')).toBe(200)
  expect(await statusOfUploadSignedWith(SECRET_KEY)).toBe(403)
})

async function statusOfUploadSignedWith(secretKey: string): Promise<number> {
  const expiry = { expiresAt: NOW_MS / 1000 + 60 }
  const token = await generateSecureSignature(secretKey, expiry, { now: () => NOW_MS })
  const credential = { signature: token.secureSignature, expire: token.secureExpire }
  const fields = { UPLOADCARE_PUB_KEY: PUBLIC_KEY, ...credential, file: new Blob(['x']) }
  return (await postForm(emulator, '/base/', fields)).status
}

test('the clock can be set, advanced and reset', async () => {
  expect(await call('POST', '/clock', { advanceMs: 1000 })).toEqual([200, { nowMs: NOW_MS + 1000 }])
  expect(await call('POST', '/clock', { setMs: 5 })).toEqual([200, { nowMs: 5 }])
  expect(await call('POST', '/clock', { reset: true })).toEqual([200, { nowMs: NOW_MS }])
})

test('faults can be added, listed and removed', async () => {
  const [, { id }] = (await call('POST', '/faults', { endpoint: 'base', times: null, status: 503 })) as [
    number,
    { id: number },
  ]
  await call('POST', '/faults', { refuse: 'SignatureExpirationError' })

  expect(await call('GET', '/faults')).toEqual([
    200,
    [
      { id, endpoint: 'base', status: 503, times: null, skip: 0 },
      { id: id + 1, refuse: 'SignatureExpirationError', times: 1, skip: 0 },
    ],
  ])
  expect(await call('DELETE', `/faults/${id}`)).toEqual([204, undefined])
  expect(await call('DELETE', `/faults/${id}`)).toEqual([404, undefined])
  await call('DELETE', '/faults')
  expect(emulator.faults.list()).toEqual([])
})

test('the journal can be read for one endpoint or all', async () => {
  await postForm(emulator, '/base/', { UPLOADCARE_PUB_KEY: PUBLIC_KEY })
  expect(await call('GET', '/journal?endpoint=info')).toEqual([200, []])
  expect(await call('GET', '/journal')).toMatchObject([
    200,
    [{ endpoint: 'base', errorCode: 'SignatureRequiredError' }],
  ])

  await call('DELETE', '/journal')
  expect(await call('GET', '/journal')).toEqual([200, []])
})

test('files can be uploaded without a signature, and deleted', async () => {
  const fields = { first: new File(['1'], 'one.txt'), second: new File(['2'], 'two.txt') }
  const response = await postForm(emulator, `/_emulator/files/${PUBLIC_KEY}`, fields)
  const { uuids } = (await response.json()) as { uuids: string[] }
  expect(uuids).toHaveLength(2)

  const [, { files }] = (await call('GET', '/state')) as [number, { files: unknown[] }]
  expect(files).toMatchObject([{ original_filename: 'one.txt' }, { original_filename: 'two.txt' }])
  expect(await call('DELETE', `/files/${uuids[0] ?? ''}`)).toEqual([204, undefined])
  expect(await call('DELETE', `/files/${uuids[0] ?? ''}`)).toEqual([404, undefined])
})

test('a reset restores the initial state', async () => {
  await call('POST', '/clock', { advanceMs: 1000 })
  await call('POST', '/faults', { status: 503 })
  await call('POST', '/reset')

  expect(await call('GET', '/state')).toEqual([
    200,
    {
      clock: { nowMs: NOW_MS },
      projects: emulator.projects.list(),
      faults: [],
      files: [],
      journal: [],
    },
  ])
})

test('an event is sent after a request and after a changed setting', async () => {
  const events = await emulator.fetch(new Request('http://127.0.0.1:7070/_emulator/events'))
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toContain('listening')

  await postForm(emulator, '/base/', { UPLOADCARE_PUB_KEY: PUBLIC_KEY, ...(await signed()) })
  expect((await reader?.read())?.value).toContain('event: change')
  await call('POST', '/faults', { status: 503 })
  expect((await reader?.read())?.value).toContain('event: change')
  await reader?.cancel()
})

describe('the control API refuses', () => {
  test.each([
    ['POST', '/faults', { status: 99 }, '"status"'],
    ['POST', '/faults', { until: {} }, '"until"'],
    ['POST', '/faults', { endpoint: 'nowhere', status: 503 }, '"endpoint"'],
    ['POST', '/faults', [], 'JSON object'],
    ['POST', '/clock', { setMs: 'tomorrow' }, '"setMs"'],
    ['POST', '/clock', { setMs: 1e16 }, 'within the years 1 to 9999'],
    ['POST', '/clock', { setMs: 5, advanceMs: 5 }, 'exactly one of "setMs" and "advanceMs"'],
    ['POST', '/clock', { setMs: 5, reset: true }, 'exactly one of'],
    ['POST', '/clock', { advanceMs: 5, advanceMS: 5 }, 'exactly one of'],
    ['POST', '/clock', { reset: false }, 'exactly one of'],
    ['POST', '/projects', { publicKey: 'x' }, '"secretKeys"'],
    ['POST', '/projects', demoProject, 'Duplicate'],
    ['PATCH', `/projects/${PUBLIC_KEY}`, { secureUploading: 'off' }, '"secureUploading"'],
    ['PATCH', `/projects/${PUBLIC_KEY}`, { color: 'red' }, '"color"'],
    ['PATCH', '/projects/unknown', {}, 'unknown'],
    ['POST', `/projects/${PUBLIC_KEY}/secret-keys`, { secretKey: ' ' }, 'blank'],
    ['POST', `/projects/${PUBLIC_KEY}/secret-keys`, {}, '"secretKeys"'],
    ['POST', `/projects/${PUBLIC_KEY}/secret-keys`, { secretKey: SECRET_KEY }, 'already'],
    ['POST', `/projects/${PUBLIC_KEY}/secret-keys`, { secretKey: PUBLIC_KEY }, 'public key'],
    ['POST', '/projects/unknown/secret-keys', { secretKey: 'x' }, 'unknown'],
    ['DELETE', `/projects/${PUBLIC_KEY}/secret-keys/0`, undefined, 'at least one'],
  ])('%s %s with %o', async (method, path, body, message) => {
    expect(await call(method, path, body)).toEqual([
      400,
      { error: expect.stringContaining(message) as unknown },
    ])
  })

  test('unknown paths', async () => {
    expect((await call('GET', '/nothing'))[0]).toBe(404)
  })
})

test('the journal can be cleared', async () => {
  await postForm(emulator, '/base/', {})
  expect(await call('DELETE', '/journal')).toEqual([204, undefined])
  expect(await call('GET', '/journal')).toEqual([200, []])
})

test('an unknown file can neither be read nor deleted', async () => {
  const file = `/_emulator/files/${crypto.randomUUID()}`
  for (const method of ['GET', 'DELETE']) {
    const response = await emulator.fetch(new Request(`http://127.0.0.1:7070${file}`, { method }))
    expect(response.status).toBe(404)
  }
})

test.each([
  ['another', new File(['x'], 'x.txt'), 'is invalid'],
  [PUBLIC_KEY, 'x', 'file'],
])(
  'an upload for %s is refused when the project or the file is missing',
  async (publicKey, content, reason) => {
    const body = new FormData()
    body.append('file', content)
    const request = new Request(`http://127.0.0.1:7070/_emulator/files/${publicKey}`, {
      method: 'POST',
      body,
    })
    const response = await emulator.fetch(request)
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(reason)])
  },
)

test.each(['', '[]', 'null', '"x"', '{'])('a body that is not a JSON object is refused: %s', async (body) => {
  const request = new Request('http://127.0.0.1:7070/_emulator/clock', { method: 'POST', body })
  const response = await emulator.fetch(request)
  expect([response.status, await response.json()]).toEqual([400, { error: 'The body must be a JSON object' }])
})
