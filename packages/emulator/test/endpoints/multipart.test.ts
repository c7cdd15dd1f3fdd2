import { beforeEach, expect, test } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { postForm } from '../post-form.js'

const PART_BYTES = 5_242_880
const emulator = createEmulator({ projects: [{ ...demoProject, secureUploading: false }] })

let uuid: string
let parts: string[]

beforeEach(async () => {
  await emulator.reset()
  const fields = {
    UPLOADCARE_PUB_KEY: PUBLIC_KEY,
    filename: 'film.mp4',
    size: String(2 * PART_BYTES + 3),
    content_type: 'video/mp4',
  }
  const response = await postForm(emulator, '/multipart/start/', fields)
  ;({ uuid, parts } = (await response.json()) as { uuid: string; parts: string[] })
})

async function put(index: number, size: number, headers: HeadersInit = {}): Promise<Response> {
  const body = new Uint8Array(size).fill(index + 1)
  return emulator.fetch(new Request(parts[index] ?? '', { method: 'PUT', body, headers }))
}
async function complete(): Promise<string> {
  const response = await postForm(emulator, '/multipart/complete/', { uuid, UPLOADCARE_PUB_KEY: PUBLIC_KEY })
  return response.text()
}

test('parts are joined by their numbers, in any order of arrival', async () => {
  await put(2, 3)
  await Promise.all([put(1, PART_BYTES), put(0, PART_BYTES)])
  expect(JSON.parse(await complete())).toMatchObject({ uuid, size: 2 * PART_BYTES + 3 })

  const range = { Range: `bytes=${PART_BYTES - 1}-${PART_BYTES}` }
  const across = await emulator.fetch(new Request(`https://ucarecdn.com/${uuid}/`, { headers: range }))
  expect(new Uint8Array(await across.arrayBuffer())).toEqual(Uint8Array.of(1, 2))
})

test('a part that is sent again replaces the earlier one', async () => {
  await put(0, 7)
  await Promise.all([put(0, PART_BYTES), put(1, PART_BYTES), put(2, 3)])

  expect(JSON.parse(await complete())).toMatchObject({ size: 2 * PART_BYTES + 3 })
})

test('the response to a part is an ETag without a body', async () => {
  const response = await put(0, PART_BYTES)

  expect([response.status, await response.text()]).toEqual([200, ''])
  expect(response.headers.get('ETag')).toMatch(/^"[0-9a-f]{32}"$/)
})

test('a part with an Authorization header, an expired URL or an unknown upload is refused', async () => {
  expect((await put(0, 1, { Authorization: 'Bearer x' })).status).toBe(400)
  emulator.clock.advanceMs(24 * 60 * 60 * 1000 + 1)
  expect((await put(0, 1)).status).toBe(403)
  parts = [(parts[0] ?? '').replace(uuid, crypto.randomUUID())]
  expect((await put(0, 1)).status).toBe(404)
})

test('an upload with missing, too long or too short parts is not completed', async () => {
  expect(await complete()).toBe('File size mismatch. Not all parts uploaded?')
  await Promise.all([put(0, PART_BYTES), put(1, PART_BYTES), put(2, 4)])
  expect(await complete()).toBe('Uploaded size is more than expected.')
  await Promise.all([put(0, PART_BYTES - 1), put(1, PART_BYTES)])
  expect(await complete()).toBe('Can not complete upload. Wrong parts size?')
})

test('completing an upload again reports that it is already uploaded', async () => {
  await Promise.all([put(0, PART_BYTES), put(1, PART_BYTES), put(2, 3)])
  await complete()

  expect(await complete()).toBe('File is already uploaded.')
})

/** Sends a part with this stream as its body. */
async function putStream(url: string, body: ReadableStream<Uint8Array>): Promise<Response> {
  return emulator.fetch(new Request(url, { method: 'PUT', body, duplex: 'half' } as RequestInit))
}

test.each(['0', '4', '1.5', 'first'])('a part with the number %s is refused', async (number) => {
  const url = (parts[0] ?? '').replace('partNumber=1', `partNumber=${number}`)
  expect(url).not.toBe(parts[0])
  const response = await emulator.fetch(new Request(url, { method: 'PUT', body: 'x' }))
  const code: unknown = expect.stringContaining('<Code>SignatureDoesNotMatch</Code>')
  expect([response.status, await response.text()]).toEqual([403, code])
})

test('a part with a Content-Length above 5 GiB is refused', async () => {
  const response = await put(0, 3, { 'Content-Length': String(5 * 1024 ** 3 + 1) })
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('EntityTooLarge')])
})

test('a truncated part is refused and not stored', async () => {
  const cutOff = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error('The connection was lost.'))
    },
  })
  const response = await putStream(parts[2] ?? '', cutOff)
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('IncompleteBody')])
  await Promise.all([put(0, PART_BYTES), put(1, PART_BYTES)])
  expect(await complete()).toBe('File size mismatch. Not all parts uploaded?')
})

test('a part that arrives after the upload was completed is refused', async () => {
  await Promise.all([put(0, PART_BYTES), put(1, PART_BYTES), put(2, 3)])
  const late = new TransformStream<Uint8Array, Uint8Array>()
  const writer = late.writable.getWriter()
  const answer = putStream(parts[2] ?? '', late.readable)
  await writer.write(Uint8Array.of(9, 9, 9))
  expect(JSON.parse(await complete())).toMatchObject({ uuid })
  await writer.close()
  const response = await answer
  expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('NoSuchUpload')])
})

test('a part beyond the memory limit is refused', async () => {
  const small = createEmulator({
    projects: [{ ...demoProject, secureUploading: false }],
    memoryLimitBytes: 10,
  })
  const fields = { UPLOADCARE_PUB_KEY: PUBLIC_KEY, filename: 'film.mp4', size: String(2 * PART_BYTES) }
  const started = await postForm(small, '/multipart/start/', { ...fields, content_type: 'video/mp4' })
  const [url = ''] = ((await started.json()) as { parts: string[] }).parts
  const response = await small.fetch(new Request(url, { method: 'PUT', body: new Uint8Array(11) }))
  expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('QuotaExceeded')])
})
