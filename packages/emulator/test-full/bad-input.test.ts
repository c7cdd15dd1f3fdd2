import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { createEmulator } from '../src/index.js'
import { demoProject, PUBLIC_KEY } from '../test/demo-project.js'
import { postForm } from '../test/post-form.js'

const ORIGIN = 'https://upload.uploadcare.com'
const PATHS = [
  ...['/base/', '/multipart/start/', '/multipart/complete/', '/from_url/', '/from_url/status/'],
  ...['/info/', '/group/', '/group/info/'],
]
const NAMES = [
  ...[
    'UPLOADCARE_PUB_KEY',
    'pub_key',
    'UPLOADCARE_STORE',
    'store',
    'signature',
    'expire',
    'filename',
    'size',
  ],
  ...['content_type', 'part_size', 'uuid', 'file_id', 'group_id', 'token', 'source_url', 'tags', 'callback'],
  ...['check_URL_duplicates', 'files[]', 'files[0]', 'metadata[k]', 'metadata[', 'metadata[]', 'jsonerrors'],
]

const emulator = createEmulator({
  projects: [{ ...demoProject, secureUploading: false }],
  // No network access, because source URLs are random.
  network: {
    resolve: async () => Promise.reject(new Error('no such host')),
    request: async () => Promise.reject(new Error('no network')),
  },
})
let accepted: string

beforeEach(async () => {
  await emulator.reset()
  const fields = { file: new Blob(['precious']), UPLOADCARE_PUB_KEY: PUBLIC_KEY }
  accepted = ((await (await postForm(emulator, '/base/', fields)).json()) as { file: string }).file
})

/** Expects a response below 500 with CORS headers, and an unharmed earlier upload. */
async function expectResponse(request: Request): Promise<void> {
  const response = await emulator.fetch(request)
  const text = await response.text()
  expect(response.status, `${request.method} ${request.url}: ${text}`).toBeLessThan(500)
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  const served = await emulator.fetch(new Request(`${ORIGIN}/${accepted}/`))
  expect(await served.text()).toBe('precious')
}

const path = fc.constantFrom(...PATHS)
const randomText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    PUBLIC_KEY,
    '',
    '0',
    '-1',
    '1e400',
    '٣',
    '\0',
    'undefined',
    '../../etc/passwd',
    '[object Object]',
  ),
  fc.constantFrom(
    'http://',
    'http://[',
    'file:///etc/passwd',
    'http://a:b@/',
    'https://例え.テスト/',
    'x'.repeat(10_000),
  ),
  fc.uuid(),
  fc.bigInt().map(String),
)
const randomName = fc.oneof(fc.constantFrom(...NAMES), randomText)
const fields = fc.array(fc.tuple(randomName, randomText), { maxLength: 12 })

describe('random bad input', () => {
  test('in form-data never breaks the emulator', async () => {
    const file = fc.record({ field: randomName, name: randomText, type: randomText, bytes: fc.uint8Array() })
    await fc.assert(
      fc.asyncProperty(path, fields, fc.array(file, { maxLength: 3 }), async (at, given, files) => {
        const body = new FormData()
        for (const [name, value] of given) body.append(name, value)
        for (const { field, name, type, bytes } of files) {
          body.append(field, new File([new Uint8Array(bytes)], name, { type }))
        }
        await expectResponse(new Request(`${ORIGIN}${at}?jsonerrors=1`, { method: 'POST', body }))
      }),
      { numRuns: 500 },
    )
  })

  test('in URL-encoded bodies and queries never breaks the emulator', async () => {
    await fc.assert(
      fc.asyncProperty(path, fields, fields, async (at, given, asked) => {
        const query = new URLSearchParams(asked).toString()
        const body = new URLSearchParams(given)
        await expectResponse(new Request(`${ORIGIN}${at}?${query}`, { method: 'POST', body }))
        await expectResponse(new Request(`${ORIGIN}${at}?${query}`))
      }),
      { numRuns: 500 },
    )
  })

  test('in bodies of any content type, including broken form-data, never breaks the emulator', async () => {
    const contentType = fc.constantFrom(
      ...['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=x'],
      ...[
        'multipart/mixed; boundary="x"',
        'application/x-www-form-urlencoded; charset=utf-7',
        'application/json',
      ],
      ...['text/plain', 'MULTIPART/FORM-DATA; BOUNDARY=x', 'multipart/form-data; boundary=y; boundary=x'],
    )
    const piece = fc.constantFrom(
      ...['--x\r\n', '--x--', '--x--\r\n', '\r\n', '\r\n\r\n', '--', 'x', '\n', ': ', '"', 'name="a'],
      ...[
        'Content-Disposition: form-data; name="file"; filename="a"\r\n\r\n',
        'Content-Disposition: form-data',
      ],
      ...['Content-Disposition: form-data; name="UPLOADCARE_PUB_KEY"\r\n\r\ndemopublickey', '\r\n--x\r\n'],
      ...["Content-Disposition: form-data; name=file; filename*=utf-8''%ff%zz\r\n\r\n", 'Content-Type: \r\n'],
      'a'.repeat(9000),
    )
    const broken = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 12 })
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      broken.map((pieces) => new TextEncoder().encode(pieces.join(''))),
    )
    await fc.assert(
      fc.asyncProperty(path, contentType, bytes, async (at, type, body) => {
        const headers = { 'Content-Type': type }
        await expectResponse(
          new Request(`${ORIGIN}${at}`, { method: 'POST', body: new Uint8Array(body), headers }),
        )
      }),
      { numRuns: 800 },
    )
  })

  test('in paths, ranges and methods never breaks the emulator', async () => {
    const randomPath = fc.oneof(
      fc.webPath(),
      fc
        .array(randomText, { maxLength: 5 })
        .map((segments) => `/${segments.map(encodeURIComponent).join('/')}`),
      fc.constantFrom('/%', '/%ff/', '//', '/../base/', '/_parts/x/0', '/_parts/%2e%2e/1', '/%00/'),
      fc.webPath().map((rest) => `/${accepted}${rest}`),
      fc.nat().map((place) => `/${accepted}~1/nth/${place}/`),
    )
    const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS')
    const range = fc.oneof(
      fc.constantFrom('bytes=0-', 'bytes=-', 'bytes=9-3', 'bytes=1-2,4-5'),
      fc.base64String(),
    )
    await fc.assert(
      fc.asyncProperty(randomPath, method, range, async (at, verb, Range) => {
        fc.pre(URL.canParse(`${ORIGIN}${at}`) && !at.startsWith('/_emulator'))
        await expectResponse(new Request(`${ORIGIN}${at}`, { method: verb, headers: { Range } }))
      }),
      { numRuns: 800 },
    )
  })

  test('in credentials is refused', async () => {
    emulator.projects.update(PUBLIC_KEY, { secureUploading: true })
    const bearer = fc.oneof(
      fc.base64String().map((text) => `Bearer ${text}`),
      fc.array(fc.base64String(), { maxLength: 4 }).map((parts) => `Bearer ${parts.join('.')}`),
      fc.constantFrom('Bearer', 'Basic x', 'Bearer ..', 'Bearer null.null.null'),
    )
    await fc.assert(
      fc.asyncProperty(bearer, randomText, randomText, async (Authorization, signature, expire) => {
        const body = new URLSearchParams({ pub_key: PUBLIC_KEY, 'files[]': accepted, signature, expire })
        const request = new Request(`${ORIGIN}/group/`, { method: 'POST', body, headers: { Authorization } })
        const response = await emulator.fetch(request)
        expect([400, 401, 403]).toContain(response.status)
      }),
      { numRuns: 500 },
    )
  })
})
