import { beforeEach, describe, expect, test } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { demoProject, PUBLIC_KEY, signed } from '../demo-project.js'
import { postForm } from '../post-form.js'

const NOW_SECONDS = 1_454_903_856
const file = new Blob(['Hello'], { type: 'text/plain' })
const SIGNATURE = '0'.repeat(64)
const emulator = createEmulator({ projects: [demoProject], now: () => NOW_SECONDS * 1000 })

beforeEach(async () => {
  await emulator.reset()
})

const REFUSALS = [
  [{}, 403, 'ProjectPublicKeyRequiredError', 'UPLOADCARE_PUB_KEY is required.'],
  [{ UPLOADCARE_PUB_KEY: 'unknown' }, 403, 'ProjectPublicKeyInvalidError', 'UPLOADCARE_PUB_KEY is invalid.'],
  [{ UPLOADCARE_PUB_KEY: PUBLIC_KEY }, 400, 'SignatureRequiredError', "'signature' is required."],
  [
    { UPLOADCARE_PUB_KEY: PUBLIC_KEY, signature: SIGNATURE },
    400,
    'SignatureExpirationRequiredError',
    "'expire' is required.",
  ],
  [
    { UPLOADCARE_PUB_KEY: PUBLIC_KEY, signature: SIGNATURE, expire: '1454903856000' },
    400,
    'SignatureExpirationInvalidError',
    "'expire' must be a UNIX timestamp.",
  ],
  [
    { UPLOADCARE_PUB_KEY: PUBLIC_KEY, signature: SIGNATURE, expire: String(NOW_SECONDS - 1) },
    403,
    'SignatureExpirationError',
    'Expired signature.',
  ],
  [
    { UPLOADCARE_PUB_KEY: PUBLIC_KEY, signature: SIGNATURE, expire: String(NOW_SECONDS) },
    403,
    'SignatureInvalidError',
    'Invalid signature.',
  ],
] as const

describe.each(REFUSALS)('a direct upload with %o', (fields, status, code, content) => {
  test('is refused in plain text with the real status by default', async () => {
    const response = await postForm(emulator, '/base/', { file, ...fields })

    expect(response.status).toBe(status)
    expect(response.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
    expect(await response.text()).toBe(content)
  })

  test('is refused in JSON under 200 with jsonerrors=1', async () => {
    const response = await postForm(emulator, '/base/?jsonerrors=1', { file, ...fields })

    expect(response.status).toBe(200)
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(await response.text()).toBe(
      JSON.stringify({ error: { status_code: status, content, error_code: code } }),
    )
  })
})

test('a signature of any of the secret keys is accepted', async () => {
  emulator.projects.update(PUBLIC_KEY, { secretKeys: ['newer', 'demosecretkey'] })
  emulator.clock.setMs(Date.now())
  const { secureSignature: signature, secureExpire: expire } = await signed()
  const response = await postForm(emulator, '/base/', {
    file,
    UPLOADCARE_PUB_KEY: PUBLIC_KEY,
    signature,
    expire,
  })

  expect(response.status).toBe(200)
})

test('credentials are ignored while secure uploading is off, even malformed ones', async () => {
  emulator.projects.update(PUBLIC_KEY, { secureUploading: false })
  const fields = { file, UPLOADCARE_PUB_KEY: PUBLIC_KEY, signature: 'garbage', expire: 'long ago' }

  expect((await postForm(emulator, '/base/', fields)).status).toBe(200)
})

test('the journal records the reason of a refusal, but no reusable signature', async () => {
  const signature = '46f70d2b4fb6196daeb2c16bf44a7f1e'
  await postForm(emulator, '/base/', {
    file,
    UPLOADCARE_PUB_KEY: PUBLIC_KEY,
    signature,
    expire: String(NOW_SECONDS),
  })

  const [entry] = emulator.journal.entries()
  expect(entry).toMatchObject({
    endpoint: 'base',
    publicKey: PUBLIC_KEY,
    credential: 'signature',
    expire: String(NOW_SECONDS),
    signatureStart: '46f70d2b',
    status: 403,
    errorCode: 'SignatureInvalidError',
    verdict: { valid: false, hint: expect.stringContaining('MD5') as unknown },
  })
  expect(JSON.stringify(entry)).not.toContain(signature)
})

test('the signature of a direct upload is verified after its body is read', async () => {
  emulator.clock.setMs(Date.now())
  const { secureSignature, secureExpire } = await signed(10)
  const form = new FormData()
  form.append('file', file)
  form.append('UPLOADCARE_PUB_KEY', PUBLIC_KEY)
  form.append('signature', secureSignature)
  form.append('expire', secureExpire)
  const whole = new Response(form)
  const slow = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(new Uint8Array(await whole.arrayBuffer()))
      emulator.clock.advanceMs(60_000)
      controller.close()
    },
  })
  const request = new Request('https://upload.uploadcare.com/base/', {
    method: 'POST',
    body: slow,
    headers: { 'Content-Type': whole.headers.get('Content-Type') ?? '' },
    duplex: 'half',
  } as RequestInit)

  expect(await (await emulator.fetch(request)).text()).toBe('Expired signature.')
})
