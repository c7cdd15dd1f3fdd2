import { expect, test } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { imageBytes } from '../image/images.js'
import { postForm } from '../post-form.js'

const FILE_INFO_KEYS = [
  ...['size', 'total', 'done', 'uuid', 'file_id', 'original_filename', 'is_image', 'is_stored', 'image_info'],
  ...['video_info', 'content_info', 'is_ready', 'filename', 'mime_type', 'metadata'],
]
const GROUP_KEYS = ['id', 'datetime_created', 'datetime_stored', 'files_count', 'cdn_url', 'url', 'files']
const emulator = createEmulator({
  projects: [{ ...demoProject, secureUploading: false }],
  now: () => Date.UTC(2026, 10, 23, 12, 0, 0, 5),
})

async function uploadImage(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const file = new File([imageBytes('png')], 'a (strange) näme.PNG', { type: 'image/png' })
  const response = await postForm(emulator, '/base/', {
    'my field': file,
    UPLOADCARE_PUB_KEY: PUBLIC_KEY,
    ...fields,
  })
  const answer = (await response.json()) as Record<string, string>
  expect(Object.keys(answer)).toEqual(['my field'])
  return answer['my field'] ?? ''
}

async function get(path: string): Promise<Record<string, unknown>> {
  const response = await emulator.fetch(new Request(`https://upload.uploadcare.com${path}`))
  return (await response.json()) as Record<string, unknown>
}

test('file info has the keys in order', async () => {
  const uuid = await uploadImage({ 'metadata[user_id]': '7' })
  const info = await get(`/info/?pub_key=${PUBLIC_KEY}&file_id=${uuid}`)

  expect(Object.keys(info)).toEqual(FILE_INFO_KEYS)
  expect(info).toMatchObject({
    uuid,
    file_id: uuid,
    original_filename: 'a (strange) näme.PNG',
    filename: 'astrangenme.PNG',
    mime_type: 'image/png',
    is_image: true,
    is_stored: true,
    is_ready: true,
    video_info: null,
    content_info: { mime: { mime: 'image/png', type: 'image', subtype: 'png' }, image: info['image_info'] },
    metadata: { user_id: '7' },
  })
})

test.each([
  ['1', false, true],
  ['0', true, false],
  ['auto', true, true],
  ['auto', false, false],
])('with UPLOADCARE_STORE %s and autostore %s a file is stored: %s', async (store, autostore, isStored) => {
  emulator.projects.update(PUBLIC_KEY, { autostore })
  const uuid = await uploadImage({ UPLOADCARE_STORE: store })

  expect(await get(`/info/?pub_key=${PUBLIC_KEY}&file_id=${uuid}`)).toMatchObject({ is_stored: isStored })
})

test('group info has the keys in order, and the info of its files', async () => {
  const uuid = await uploadImage()
  const fields = {
    pub_key: PUBLIC_KEY,
    'files[0]': `https://ucarecdn.com/${uuid}/-/resize/x800/`,
    'files[1]': uuid,
  }
  const group = (await (await postForm(emulator, '/group/', fields)).json()) as Record<string, unknown>

  expect(Object.keys(group)).toEqual(GROUP_KEYS)
  expect(group).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f-]{36}~2$/) as unknown,
    datetime_created: '2026-11-23T12:00:00.005000Z',
    datetime_stored: null,
    files_count: 2,
    files: [
      { uuid, default_effects: 'resize/x800/' },
      { uuid, default_effects: '' },
    ],
  })
  const [file] = group['files'] as [Record<string, unknown>]
  expect(Object.keys(file)).toEqual([...FILE_INFO_KEYS, 'default_effects'])
  expect(await get(`/group/info/?pub_key=${PUBLIC_KEY}&group_id=${String(group['id'])}`)).toEqual(group)
})

test('a group is wrapped in the callback that the client requests', async () => {
  const uuid = await uploadImage()
  const fields = { pub_key: PUBLIC_KEY, 'files[]': uuid, callback: 'onGroup' }
  const response = await postForm(emulator, '/group/', fields)

  expect(response.headers.get('Content-Type')).toContain('javascript')
  expect(await response.text()).toMatch(/^onGroup\(\{"id":.*\}\)$/)
})

test('part URLs are on the origin that the client used', async () => {
  const fields = {
    UPLOADCARE_PUB_KEY: PUBLIC_KEY,
    filename: 'a',
    size: '10485761',
    content_type: 'video/mp4',
  }
  const started = (await (await postForm(emulator, '/multipart/start/', fields)).json()) as {
    parts: string[]
  }

  expect(Object.keys(started)).toEqual(['uuid', 'parts'])
  expect(started.parts).toHaveLength(3)
  expect(started.parts[0]).toMatch(/^https:\/\/upload\.uploadcare\.com\//)
})

test('CORS headers are on preflights and all responses, errors included', async () => {
  const preflight = await emulator.fetch(
    new Request('https://upload.uploadcare.com/base/', { method: 'OPTIONS' }),
  )
  const missing = await emulator.fetch(new Request('https://upload.uploadcare.com/no/such/path/'))
  for (const { headers } of [preflight, missing]) {
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(headers.get('Access-Control-Expose-Headers')).toBe('Warning, Retry-After')
    const allowed = headers.get('Access-Control-Allow-Headers')
    for (const name of ['X-UC-User-Agent', 'Authorization', 'Content-Type']) expect(allowed).toContain(name)
  }
  expect([preflight.status, missing.status]).toEqual([204, 404])
})
