import { expect, test } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'

const emulator = createEmulator({ projects: [{ ...demoProject, secureUploading: false }] })
const URLENCODED = 'application/x-www-form-urlencoded'
const FORM_DATA = 'multipart/form-data; boundary=x'

/** Posts a raw body in pieces and returns the status and the text of the response. */
async function post(contentType: string, ...pieces: string[]): Promise<[number, string]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
      controller.close()
    },
  })
  const headers = { 'Content-Type': contentType }
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  const response = await emulator.fetch(new Request('https://upload.uploadcare.com/base/', init))
  return [response.status, await response.text()]
}

const part = (disposition: string, content: string): string =>
  `--x\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`
const key = part('name="UPLOADCARE_PUB_KEY"', PUBLIC_KEY)

test('a file without a Content-Type is application/octet-stream', async () => {
  const [status, text] = await post(FORM_DATA, `${key}${part('name="file"; filename="a"', '12345')}--x--\r\n`)
  expect([status, JSON.parse(text)]).toEqual([200, { file: expect.any(String) as unknown }])
  const { file } = JSON.parse(text) as { file: string }
  const query = new URLSearchParams({ pub_key: PUBLIC_KEY, file_id: file }).toString()
  const info = await emulator.fetch(new Request(`https://upload.uploadcare.com/info/?${query}`))
  expect(await info.json()).toMatchObject({ mime_type: 'application/octet-stream', size: 5 })
})

test('a part without a name is ignored', async () => {
  const [status] = await post(
    FORM_DATA,
    `${key}${part('', 'x')}${part('name="file"; filename="a"', '1')}--x--\r\n`,
  )
  expect(status).toBe(200)
})

test.each([['\r\n'], ['\r\nThis is the epilogue: it', ' must be ignored.']])(
  'the epilogue of form-data is ignored in one chunk or several: %j',
  async (...epilogue) => {
    const form = `${key}${part('name="file"; filename="a"', '1')}--x--`
    expect((await post(FORM_DATA, form, ...epilogue))[0]).toBe(200)
    expect((await post(FORM_DATA, form + epilogue.join('')))[0]).toBe(200)
  },
)

test('an empty file input creates no file', async () => {
  const empty = part('name="file"; filename=""', '').replace(
    '\r\n\r\n',
    '\r\nContent-Type: application/octet-stream\r\n\r\n',
  )
  expect(await post(FORM_DATA, `${key}${empty}--x--\r\n`)).toEqual([400, 'Request does not contain files.'])
  const [status, text] = await post(
    FORM_DATA,
    `${key}${empty}${part('name="other"; filename="a"', '1')}--x--\r\n`,
  )
  expect([status, Object.keys(JSON.parse(text) as object)]).toEqual([200, ['other']])
})

const file = part('name="file"; filename="a"', '1')

test.each([
  ['after a preamble', `This is a preamble.\r\n${key}${file}--x--\r\n`],
  ['after a preamble with the boundary in a line', `See --x and --x--.\r\n${key}${file}--x--\r\n`],
  ['after an empty line', `\r\n${key}${file}--x--\r\n`],
])('form-data %s is accepted in one chunk and in many', async (_name, body) => {
  expect((await post(FORM_DATA, body))[0]).toBe(200)
  expect((await post(FORM_DATA, ...body.split('')))[0]).toBe(200)
})

test.each([
  ['multipart/form-data; boundary=x ; charset=utf-8'],
  ['multipart/form-data; charset=utf-8; boundary="x"'],
  ['Multipart/Form-Data;Boundary=x'],
  ['multipart/form-data ;  boundary = x'],
])('form-data with the type %j is accepted', async (contentType) => {
  expect((await post(contentType, `${key}${file}--x--\r\n`))[0]).toBe(200)
})

/** Uploads a file with these header bytes in Latin-1 and returns its info. */
async function uploadWith(disposition: string, content = '1'): Promise<Record<string, unknown>> {
  const body = Buffer.from(`${key}${part(disposition, content)}--x--\r\n`, 'latin1')
  const headers = { 'Content-Type': FORM_DATA }
  const url = 'https://upload.uploadcare.com/base/'
  const response = await emulator.fetch(new Request(url, { method: 'POST', headers, body }))
  const json = (await response.json()) as Record<string, string>
  const [field = '', uuid = ''] = Object.entries(json)[0] ?? []
  const query = new URLSearchParams({ pub_key: PUBLIC_KEY, file_id: uuid }).toString()
  const info = await emulator.fetch(new Request(`https://upload.uploadcare.com/info/?${query}`))
  return { field, ...((await info.json()) as object) }
}

test.each([
  ['name="file"; filename="caf\u00e9.txt"', 'file', 'café.txt'],
  ['name="d\u00e9"; filename="a.txt"', 'dé', 'a.txt'],
  [`name="file"; filename="${'n'.repeat(9000)}.txt"`, 'file', `${'n'.repeat(9000)}.txt`],
  ["name*=utf-8''fil%C3%A9; filename*=utf-8''na%C3%AFve.txt", 'filé', 'naïve.txt'],
  ['name="file"; filename="/var/tmp/big file.txt"', 'file', 'big file.txt'],
  ['name="file"; filename="C:\\photos\\cat.jpg"', 'file', 'cat.jpg'],
  ['name="file"; xfilename="no.txt"; filename="yes.txt"', 'file', 'yes.txt'],
  ['name="file"; filename="a \\"b\\".txt"', 'file', 'a "b".txt'],
])('a part with %j has the right names', async (disposition, field, original_filename) => {
  expect(await uploadWith(disposition)).toMatchObject({ field, original_filename })
})

test('the bytes of a file are unchanged when a header is not UTF-8', async () => {
  const content = '\u00e9\r\n--y\r\n\r\n--\u0000\u00ff'
  const { uuid } = await uploadWith('name="file"; filename="caf\u00e9.bin"', content)
  const served = await emulator.fetch(new Request(`https://ucarecdn.com/${String(uuid)}/`))
  expect(Buffer.from(await served.arrayBuffer()).toString('latin1')).toBe(content)
})

const UNREADABLE = [400, 'HTTP POST request parsing failed.']
const TOO_MANY = [400, 'The request contains too many HTTP POST fields.']
const TOO_LARGE = [413, 'The size of the request is too large.']

test.each<[string, string, string, unknown[]]>([
  ['form-data without a boundary', 'multipart/form-data', key, UNREADABLE],
  ['form-data that ends too early', FORM_DATA, key, UNREADABLE],
  ['form-data with another boundary', FORM_DATA, `${key}--x--\r\n`.replaceAll('--x', '--y'), UNREADABLE],
  ['form-data of 1001 fields', FORM_DATA, `${part('name="a"', '1').repeat(1001)}--x--\r\n`, TOO_MANY],
  ['a URL-encoded body of 1001 fields', URLENCODED, 'a=1&'.repeat(1001), TOO_MANY],
  ['a URL-encoded body of more than 1 MiB', URLENCODED, `a=${'1'.repeat(1024 * 1024)}`, TOO_LARGE],
])('%s is refused', async (_name, contentType, body, refusal) => {
  expect(await post(contentType, body)).toEqual(refusal)
})
