import { expect, test } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { imageBytes } from '../image/images.js'
import { postForm } from '../post-form.js'

const emulator = createEmulator({ projects: [{ ...demoProject, secureUploading: false }] })

async function uploaded(content: BlobPart, type: string): Promise<string> {
  const response = await postForm(emulator, '/base/', {
    file: new Blob([content], { type }),
    UPLOADCARE_PUB_KEY: PUBLIC_KEY,
  })
  return ((await response.json()) as { file: string }).file
}
const get = async (path: string, init?: RequestInit): Promise<Response> =>
  emulator.fetch(new Request(`https://ucarecdn.com${path}`, init))

test('a file is served with its type, whatever operations and name follow', async () => {
  const uuid = await uploaded('0123456789', 'text/plain')
  for (const rest of ['/', '/digits.txt', '/-/resize/x800/-/preview/', '/-/resize/x800/digits.txt']) {
    const response = await get(`/${uuid}${rest}`)
    expect(response.headers.get('Content-Type')).toBe('text/plain')
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(await response.text()).toBe('0123456789')
  }
})

test('the type of an image is detected from its bytes', async () => {
  const uuid = await uploaded(imageBytes('webp'), 'application/octet-stream')

  expect((await get(`/${uuid}/`)).headers.get('Content-Type')).toBe('image/webp')
})

test('a range is served with 206', async () => {
  const uuid = await uploaded('0123456789', 'text/plain')
  const response = await get(`/${uuid}/`, { headers: { Range: 'bytes=2-4' } })

  expect([response.status, await response.text()]).toEqual([206, '234'])
  expect(response.headers.get('Content-Range')).toBe('bytes 2-4/10')
  expect((await get(`/${uuid}/`, { headers: { Range: 'bytes=10-' } })).status).toBe(416)
})

test('HEAD returns the size without a body', async () => {
  const uuid = await uploaded('0123456789', 'text/plain')
  const response = await get(`/${uuid}/`, { method: 'HEAD' })

  expect(response.headers.get('Content-Length')).toBe('10')
  expect(await response.text()).toBe('')
})

test.each(['тип/файл', 'text/\u0001', ''])(
  'a file declared as %j is served as application/octet-stream',
  async (type) => {
    const part = (name: string, content: string): string =>
      `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`
    const file = part('file"; filename="a', 'x').replace('\r\n\r\n', `\r\nContent-Type: ${type}\r\n\r\n`)
    const response = await emulator.fetch(
      new Request('https://upload.uploadcare.com/base/', {
        method: 'POST',
        headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
        body: `${part('UPLOADCARE_PUB_KEY', PUBLIC_KEY)}${file}--x--\r\n`,
      }),
    )
    const { file: uuid } = (await response.json()) as { file: string }
    const served = await get(`/${uuid}/`)

    expect([served.status, served.headers.get('Content-Type')]).toEqual([200, 'application/octet-stream'])
  },
)

test.each(['text/html; charset=utf-8', 'text/xsl', 'image/svg+xml', 'application/x-new', 'image/png'])(
  'an uploaded file of type %s cannot run scripts',
  async (type) => {
    const uuid = await uploaded('<script>alert(1)</script>', type)
    for (const path of [`/${uuid}/`, `/_emulator/files/${uuid}`]) {
      const { headers } = await get(path)
      expect(headers.get('Content-Security-Policy')).toBe('sandbox')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    }
  },
)

test('an unknown file is 404', async () => {
  const response = await get(`/${crypto.randomUUID()}/`)

  expect([response.status, await response.text()]).toEqual([404, 'File is not found.'])
})
