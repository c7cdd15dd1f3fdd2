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

test('joins the parts by their numbers, in whatever order they came', async () => {
  await put(2, 3)
  await Promise.all([put(1, PART_BYTES), put(0, PART_BYTES)])
  expect(JSON.parse(await complete())).toMatchObject({ uuid, size: 2 * PART_BYTES + 3 })

  const range = { Range: `bytes=${PART_BYTES - 1}-${PART_BYTES}` }
  const across = await emulator.fetch(new Request(`https://ucarecdn.com/${uuid}/`, { headers: range }))
  expect(new Uint8Array(await across.arrayBuffer())).toEqual(Uint8Array.of(1, 2))
})

test('replaces a part that is sent again', async () => {
  await put(0, 7)
  await Promise.all([put(0, PART_BYTES), put(1, PART_BYTES), put(2, 3)])

  expect(JSON.parse(await complete())).toMatchObject({ size: 2 * PART_BYTES + 3 })
})

test('answers a part with an ETag and nothing else', async () => {
  const response = await put(0, PART_BYTES)

  expect([response.status, await response.text()]).toEqual([200, ''])
  expect(response.headers.get('ETag')).toMatch(/^"[0-9a-f]{32}"$/)
})

test('refuses a part with a second permission, out of time, or of no upload', async () => {
  expect((await put(0, 1, { Authorization: 'Bearer x' })).status).toBe(400)
  emulator.clock.advanceMs(24 * 60 * 60 * 1000 + 1)
  expect((await put(0, 1)).status).toBe(403)
  parts = [(parts[0] ?? '').replace(uuid, crypto.randomUUID())]
  expect((await put(0, 1)).status).toBe(404)
})

test('makes no file while parts are missing, too long or too short', async () => {
  expect(await complete()).toBe('File size mismatch. Not all parts uploaded?')
  await Promise.all([put(0, PART_BYTES), put(1, PART_BYTES), put(2, 4)])
  expect(await complete()).toBe('Uploaded size is more than expected.')
  await Promise.all([put(0, PART_BYTES - 1), put(1, PART_BYTES)])
  expect(await complete()).toBe('Can not complete upload. Wrong parts size?')
})

test('says that an upload is complete already when it is asked again', async () => {
  await Promise.all([put(0, PART_BYTES), put(1, PART_BYTES), put(2, 3)])
  await complete()

  expect(await complete()).toBe('File is already uploaded.')
})
