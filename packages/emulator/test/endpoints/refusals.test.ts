import { beforeEach, describe, expect, test } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { postForm } from '../post-form.js'

const emulator = createEmulator({ projects: [{ ...demoProject, secureUploading: false }] })
const UPLOADCARE_PUB_KEY = PUBLIC_KEY
const UNKNOWN = '00000000-0000-4000-8000-000000000000'
const start = { UPLOADCARE_PUB_KEY, filename: 'a', size: '10485760', content_type: 'video/mp4' }

beforeEach(async () => {
  await emulator.reset()
})

/** Returns the status and the code of a refusal. */
async function refusal(response: Promise<Response>): Promise<[number, string]> {
  const { error } = (await (await response).json()) as { error: { status_code: number; error_code: string } }
  return [error.status_code, error.error_code]
}
const post = async (
  path: string,
  fields: Readonly<Record<string, string | Blob>>,
): Promise<[number, string]> => refusal(postForm(emulator, `${path}?jsonerrors=1`, fields))
const get = async (path: string, query: Readonly<Record<string, string>>): Promise<[number, string]> => {
  const search = new URLSearchParams({ jsonerrors: '1', ...query }).toString()
  return refusal(emulator.fetch(new Request(`https://upload.uploadcare.com${path}?${search}`)))
}

test.each([
  [{}, 400, 'FilesRequiredError'],
  [{ tags: Array.from({ length: 51 }, (_, index) => `tag${index}`).join(',') }, 400, 'UploadAPIError'],
  [{ tags: 'x'.repeat(101) }, 400, 'UploadAPIError'],
  [{ 'metadata[]': 'x' }, 400, 'FileMetadataKeyEmptyError'],
  [{ 'metadata[pet]': '' }, 400, 'FileMetadataValueEmptyError'],
  [{ 'metadata[pet]': 'x'.repeat(513) }, 400, 'FileMetadataValueLengthTooBigError'],
  [{ 'metadata[pet]': '😸'.repeat(513) }, 400, 'FileMetadataValueLengthTooBigError'],
  [{ tags: '😸'.repeat(101) }, 400, 'UploadAPIError'],
  [{ 'metadata[a pet]': 'x' }, 400, 'FileMetadataKeyForbiddenError'],
  [{ [`metadata[${'k'.repeat(65)}]`]: 'x' }, 400, 'FileMetadataKeyLengthTooBigError'],
  [{ pet: 'a\0b' }, 400, 'NullCharactersForbiddenError'],
  [
    Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`metadata[k${n}]`, 'x'])),
    400,
    'FileMetadataKeysNumberTooBigError',
  ],
])('/base/ with %o is refused with %i %s', async (fields, status, code) => {
  expect(await post('/base/', { UPLOADCARE_PUB_KEY, ...fields })).toEqual([status, code])
})

test('metadata and tags are measured in code points', async () => {
  const fields = { 'metadata[pet]': '😸'.repeat(512), tags: '😸'.repeat(100), file: new Blob(['x']) }
  const response = await postForm(emulator, '/base/', { UPLOADCARE_PUB_KEY, ...fields })

  expect([response.status, await response.json()]).toEqual([200, { file: expect.any(String) as unknown }])
})

test('/base/ with a duplicate metadata key is refused', async () => {
  const body = new FormData()
  for (const [name, value] of [
    ['UPLOADCARE_PUB_KEY', PUBLIC_KEY],
    ['metadata[pet]', 'cat'],
    ['metadata[pet]', 'dog'],
  ] as const)
    body.append(name, value)
  const request = new Request('https://upload.uploadcare.com/base/?jsonerrors=1', { method: 'POST', body })

  expect(await refusal(emulator.fetch(request))).toEqual([400, 'FileMetadataKeyDuplicatedError'])
})

test.each([
  [{ size: '' }, 400, 'RequestParamRequiredError'],
  [{ filename: '' }, 400, 'RequestParamRequiredError'],
  [{ content_type: '' }, 400, 'RequestParamRequiredError'],
  [{ size: '1e9' }, 400, 'MultipartSizeInvalidError'],
  [{ size: '9999999' }, 400, 'MultipartFileSizeTooSmallError'],
  [{ size: '999999999999999' }, 400, 'MultipartFileSizeLimitExceededError'],
  [{ part_size: 'big' }, 400, 'MultipartPartSizeInvalidError'],
  [{ part_size: '5242879' }, 400, 'MultipartPartSizeTooSmallError'],
  [{ part_size: '5368709121' }, 400, 'MultipartPartSizeTooBigError'],
])('/multipart/start/ with %o is refused with %i %s', async (fields, status, code) => {
  expect(await post('/multipart/start/', { ...start, ...fields })).toEqual([status, code])
})

test.each([
  [{}, 400, 'MultipartFileIdRequiredError'],
  [{ uuid: 'x' }, 400, 'UUIDInvalidError'],
  [{ uuid: UNKNOWN }, 404, 'MultipartFileNotFoundError'],
])('/multipart/complete/ with %o is refused with %i %s', async (fields, status, code) => {
  expect(await post('/multipart/complete/', { UPLOADCARE_PUB_KEY, ...fields })).toEqual([status, code])
})

test.each([
  ['/info/', {}, 403, 'ProjectPublicKeyRequiredError'],
  ['/info/', { pub_key: 'x' }, 403, 'ProjectPublicKeyInvalidError'],
  ['/info/', { pub_key: PUBLIC_KEY }, 400, 'FileIdRequiredError'],
  ['/info/', { pub_key: PUBLIC_KEY, file_id: 'x' }, 400, 'FileIdInvalidError'],
  ['/info/', { pub_key: PUBLIC_KEY, file_id: UNKNOWN }, 404, 'FileNotFoundError'],
  ['/info/', { pub_key: 'a\0' }, 400, 'NullCharactersForbiddenError'],
  ['/group/info/', { pub_key: PUBLIC_KEY }, 400, 'GroupIdRequiredError'],
  ['/group/info/', { pub_key: PUBLIC_KEY, group_id: 'x' }, 404, 'GroupNotFoundError'],
  ['/from_url/status/', {}, 400, 'TokenRequiredError'],
  ['/base/', {}, 405, 'MethodNotAllowedError'],
])('%s with %o is refused with %i %s', async (path, query, status, code) => {
  expect(await get(path, query as Record<string, string>)).toEqual([status, code])
})

test.each([
  [{}, 400, 'GroupFilesInvalidError'],
  [{ 'files[]': 'x' }, 400, 'GroupFileURLParsingFailedError'],
  [{ 'files[]': UNKNOWN }, 400, 'GroupFilesNotFoundError'],
])('/group/ with %o is refused with %i %s', async (fields, status, code) => {
  expect(await post('/group/', { pub_key: PUBLIC_KEY, ...fields })).toEqual([status, code])
})

describe('a project', () => {
  const file = new Blob(['12345'], { type: 'text/plain' })

  test('refuses a file above its size limit', async () => {
    emulator.projects.update(PUBLIC_KEY, { maxFileSizeBytes: 4 })

    expect(await post('/base/', { UPLOADCARE_PUB_KEY, file })).toEqual([400, 'FileSizeLimitExceededError'])
    expect(await post('/multipart/start/', start)).toEqual([400, 'MultipartFileSizeLimitExceededError'])
  })

  test('refuses a type that is not allowed', async () => {
    emulator.projects.update(PUBLIC_KEY, { allowedTypes: ['image/*', 'application/pdf'] })

    expect(await post('/base/', { UPLOADCARE_PUB_KEY, file })).toEqual([400, 'FileTypeForbiddenError'])
  })

  test('has no access to the files of another project', async () => {
    const response = await postForm(emulator, '/base/', { UPLOADCARE_PUB_KEY, file })
    const { file: file_id } = (await response.json()) as { file: string }
    emulator.projects.add({ publicKey: 'another', secretKeys: ['key'], secureUploading: false })

    expect(await get('/info/', { pub_key: 'another', file_id })).toEqual([404, 'FileNotFoundError'])
    expect(await post('/group/', { pub_key: 'another', 'files[]': file_id })).toEqual([
      400,
      'GroupFilesNotFoundError',
    ])
  })
})

test('an upload beyond the memory limit is refused until a reset', async () => {
  const small = createEmulator({
    projects: [{ ...demoProject, secureUploading: false }],
    memoryLimitBytes: 8,
  })
  const file = new Blob(['12345'])
  expect((await postForm(small, '/base/', { UPLOADCARE_PUB_KEY, file })).status).toBe(200)
  const second = await postForm(small, '/base/', { UPLOADCARE_PUB_KEY, file })
  expect([second.status, await second.text()]).toEqual([403, 'Account has reached its limits.'])

  await small.reset()
  expect((await postForm(small, '/base/', { UPLOADCARE_PUB_KEY, file })).status).toBe(200)
})

test('a body that is too large is read to its end before it is refused', async () => {
  const MEBIBYTE = 1024 * 1024
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
  let sentMebibytes = 0
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(head))
    },
    pull(controller) {
      if (++sentMebibytes > 110) controller.close()
      else controller.enqueue(new Uint8Array(MEBIBYTE))
    },
  })
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
  const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit
  const response = await emulator.fetch(new Request('https://upload.uploadcare.com/base/', init))

  expect([response.status, await response.text()]).toEqual([413, 'The size of the request is too large.'])
  expect(sentMebibytes).toBe(111)
})
