import { expect, test } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'

const emulator = createEmulator({ projects: [{ ...demoProject, secureUploading: false }] })
const URLENCODED = 'application/x-www-form-urlencoded'
const FORM_DATA = 'multipart/form-data; boundary=x'

/** Posts a body as it is, and gives the status and the text of the answer. */
async function post(contentType: string, body: string): Promise<[number, string]> {
  const headers = { 'Content-Type': contentType }
  const response = await emulator.fetch(
    new Request('https://upload.uploadcare.com/base/', { method: 'POST', headers, body }),
  )
  return [response.status, await response.text()]
}

const part = (disposition: string, content: string): string =>
  `--x\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`
const key = part('name="UPLOADCARE_PUB_KEY"', PUBLIC_KEY)

test('takes a file of which no type is told as bytes', async () => {
  const [status, text] = await post(FORM_DATA, `${key}${part('name="file"; filename="a"', '12345')}--x--\r\n`)
  expect([status, JSON.parse(text)]).toEqual([200, { file: expect.any(String) as unknown }])
  const { file } = JSON.parse(text) as { file: string }
  const query = new URLSearchParams({ pub_key: PUBLIC_KEY, file_id: file }).toString()
  const info = await emulator.fetch(new Request(`https://upload.uploadcare.com/info/?${query}`))
  expect(await info.json()).toMatchObject({ mime_type: 'application/octet-stream', size: 5 })
})

test('takes no notice of a part without a name', async () => {
  const [status] = await post(
    FORM_DATA,
    `${key}${part('', 'x')}${part('name="file"; filename="a"', '1')}--x--\r\n`,
  )
  expect(status).toBe(200)
})

const UNREADABLE = [400, 'HTTP POST request parsing failed.']
const TOO_MANY = [400, 'The request contains too many HTTP POST fields.']
const TOO_LARGE = [413, 'The size of the request is too large.']

test.each<[string, string, string, unknown[]]>([
  ['form-data without a boundary', 'multipart/form-data', key, UNREADABLE],
  ['form-data that ends too early', FORM_DATA, key, UNREADABLE],
  ['form-data of another boundary', FORM_DATA, `${key}--x--\r\n`.replaceAll('--x', '--y'), UNREADABLE],
  ['form-data of 1001 fields', FORM_DATA, `${part('name="a"', '1').repeat(1001)}--x--\r\n`, TOO_MANY],
  ['1001 urlencoded fields', URLENCODED, 'a=1&'.repeat(1001), TOO_MANY],
  ['more than a mebibyte, urlencoded', URLENCODED, `a=${'1'.repeat(1024 * 1024)}`, TOO_LARGE],
])('refuses %s', async (_name, contentType, body, refusal) => {
  expect(await post(contentType, body)).toEqual(refusal)
})
