import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEmulator } from '../src/index.js'
import { demoProject, PUBLIC_KEY, SECRET_KEY } from '../test/demo-project.js'
import { postForm } from '../test/post-form.js'

const ORIGIN = 'https://api.uploadcare.com'

const emulator = createEmulator({
  projects: [{ ...demoProject, secureUploading: false }],
  sendWebhook: () => Promise.resolve(new Response()),
})
let uuid: string

beforeEach(async () => {
  await emulator.reset()
  const fields = { file: new Blob(['precious']), UPLOADCARE_PUB_KEY: PUBLIC_KEY }
  uuid = ((await (await postForm(emulator, '/base/', fields)).json()) as { file: string }).file
})

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e400',
    'true',
    '__proto__',
    'constructor',
    '\0',
    '2026-11-23T12:00:00Z',
    '%',
    '..',
  ),
)
const segment = fc.oneof(text.map(encodeURIComponent), fc.constant('UUID'))
const path = fc
  .tuple(
    fc.constantFrom('/files/', '/groups/', '/webhooks/', '/project/', '/derivative/'),
    fc.array(
      fc.oneof(
        segment,
        fc.constantFrom('storage', 'metadata', 'local_copy', 'unsubscribe', 'status', 'image', 'edit'),
      ),
    ),
  )
  .map(([root, segments]) => root + segments.map((part) => `${part}/`).join(''))
const query = fc.dictionary(
  fc.constantFrom(
    'limit',
    'offset',
    'from',
    'to',
    'ordering',
    'stored',
    'removed',
    'include',
    'pub_key',
    'job_id',
  ),
  text,
)
const json = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(
    fc.constantFrom(
      'source',
      'store',
      'metadata',
      'target_url',
      'event',
      'is_active',
      'signing_secret',
      'prompt',
    ),
    fc.oneof(fc.jsonValue(), fc.constantFrom('UUID', 'https://a.example/', 'file.stored')),
  ),
  fc.array(fc.constantFrom('UUID', 'x', '00000000-0000-4000-8000-000000000000')),
)
const body = fc.oneof(
  json.map((value) => JSON.stringify(value)),
  text,
)
const headers = fc.record({
  Accept: fc.constantFrom(
    ...['0.5', '0.6', '0.7', '9'].map((version) => `application/vnd.uploadcare-v${version}+json`),
  ),
  Authorization: fc.constantFrom(
    `Uploadcare.Simple ${PUBLIC_KEY}:${SECRET_KEY}`,
    `Uploadcare.Simple ${PUBLIC_KEY}:${SECRET_KEY}`,
    `Uploadcare ${PUBLIC_KEY}:x`,
    'Bearer x',
  ),
  'Content-Type': fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain'),
})

describe('random requests to the REST API', () => {
  it('never break the emulator', async () => {
    const method = fc.constantFrom('GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS')
    const property = fc.asyncProperty(
      method,
      path,
      query,
      headers,
      body,
      async (name, where, params, given, sent) => {
        const url = `${ORIGIN}${where.replaceAll('UUID', uuid)}?${new URLSearchParams(params)}`
        const hasBody = name !== 'GET' && name !== 'HEAD'
        const request = new Request(url, {
          method: name,
          headers: given,
          ...(hasBody && { body: sent.replaceAll('UUID', uuid) }),
        })
        const response = await emulator.fetch(request)
        const answer = await response.text()
        expect(response.status, `${name} ${url}: ${answer}`).toBeLessThan(500)
        // `/files/../UUID/` is a CDN URL of the file.
        const isRest = !new URL(url).pathname.startsWith(`/${uuid}/`)
        const isJson = response.headers.get('Content-Type')?.startsWith('application/') === true
        if (isRest && isJson && answer !== '') JSON.parse(answer)
      },
    )
    await fc.assert(property, { numRuns: 3000 })
    await emulator.webhooks.settled()
  })
})
