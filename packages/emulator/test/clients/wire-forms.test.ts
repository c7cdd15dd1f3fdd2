import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startEmulator, type EmulatorServer } from '../../src/node/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { lengthOf, lines, sendRaw, type RawResponse } from './raw-request.js'

// The requests have the form that each SDK sends; its method, path, headers and body are in the sources cited.

const PART_BYTES = 5_242_880

let server: EmulatorServer
let source: Server
let sourceUrl: string
let host: string

beforeAll(async () => {
  server = await startEmulator({
    projects: [{ ...demoProject, secureUploading: false, allowPrivateSources: true }],
  })
  host = `Host: ${new URL(server.url).host}`
  source = createServer((_request, response) =>
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end('meow'),
  )
  await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve))
  sourceUrl = `http://127.0.0.1:${(source.address() as AddressInfo).port}/cat.txt`
})
beforeEach(async () => {
  await server.emulator.reset()
})
afterAll(async () => {
  await server.close()
  source.close()
})

const json = ({ text }: RawResponse): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>

async function upload(content = 'meow'): Promise<string> {
  const body = new FormData()
  body.append('UPLOADCARE_PUB_KEY', PUBLIC_KEY)
  body.append('file', new File([content], 'cat.txt', { type: 'text/plain' }))
  const response = await fetch(`${server.url}/base/`, { method: 'POST', body })
  return ((await response.json()) as { file: string }).file
}

/** Polls with a raw request until the upload from a URL has ended. */
async function settled(head: readonly string[]): Promise<Record<string, unknown>> {
  for (;;) {
    const status = json(await sendRaw(server.url, head))
    if (status['status'] === 'success' || status['status'] === 'error') return status
  }
}

describe('pyuploadcare 6 (pyuploadcare/api/api.py, httpx)', () => {
  const headers = [
    'Accept: application/vnd.uploadcare-v0.7+json',
    'Accept-Encoding: gzip, deflate',
    `User-Agent: PyUploadcare/6.0.0/${PUBLIC_KEY} (CPython/3.11.7)`,
  ]

  it('creates a group with a doubled slash: POST /group//', async () => {
    const [first, second] = [await upload('1'), await upload('2')]
    const body = `pub_key=${PUBLIC_KEY}&files%5B0%5D=${first}&files%5B1%5D=${second}`
    const response = await sendRaw(
      server.url,
      [
        ...['POST /group// HTTP/1.1', host, ...headers, lengthOf(body)],
        'Content-Type: application/x-www-form-urlencoded',
      ],
      body,
    )

    expect([response.status, json(response)['files_count']]).toEqual([200, 2])
  })

  it('uploads a file after the fields, with its name as the field', async () => {
    const boundary = '0f2c5a6b7d8e9f00112233445566778a'
    const body = lines(
      `--${boundary}`,
      ...['Content-Disposition: form-data; name="UPLOADCARE_STORE"', '', 'auto', `--${boundary}`],
      ...['Content-Disposition: form-data; name="UPLOADCARE_PUB_KEY"', '', PUBLIC_KEY, `--${boundary}`],
      'Content-Disposition: form-data; name="cat.txt"; filename="cat.txt"',
      ...['Content-Type: text/plain', '', 'meow', `--${boundary}--`],
    )
    const response = await sendRaw(
      server.url,
      [
        ...['POST /base/ HTTP/1.1', host, ...headers, lengthOf(body)],
        `Content-Type: multipart/form-data; boundary=${boundary}`,
      ],
      body,
    )

    expect([response.status, Object.keys(json(response))]).toEqual([200, ['cat.txt']])
  })

  it('drops the directory of a file name at multipart start', async () => {
    const body = `filename=%2Fvar%2Ftmp%2Fbig_file.txt&size=10485760&content_type=text%2Fplain&UPLOADCARE_PUB_KEY=${PUBLIC_KEY}&UPLOADCARE_STORE=auto`
    const head = [
      ...['POST /multipart/start/ HTTP/1.1', host, ...headers, lengthOf(body)],
      'Content-Type: application/x-www-form-urlencoded',
    ]
    const { uuid, parts } = json(await sendRaw(server.url, head, body)) as { uuid: string; parts: string[] }
    for (const url of parts) {
      const { pathname, search } = new URL(url)
      const part = new Uint8Array(PART_BYTES)
      const response = await sendRaw(
        server.url,
        [
          ...[`PUT ${pathname}${search} HTTP/1.1`, host, ...headers, lengthOf(part)],
          'Content-Type: application/octet-stream',
        ],
        part,
      )
      expect(response.status).toBe(200)
    }
    const completion = `uuid=${uuid}&UPLOADCARE_PUB_KEY=${PUBLIC_KEY}`
    const completed = await sendRaw(
      server.url,
      [
        ...['POST /multipart/complete/ HTTP/1.1', host, ...headers, lengthOf(completion)],
        'Content-Type: application/x-www-form-urlencoded',
      ],
      completion,
    )

    expect(json(completed)).toMatchObject({ original_filename: 'big_file.txt', size: 10_485_760 })
  })
})

describe('uploadcare-go (upload/multipart.go)', () => {
  it('cuts the parts by the partNumber of their URLs, in any order', async () => {
    const fields = { filename: 'film.mp4', size: '10485761', content_type: 'video/mp4' }
    const boundary = '6d7e2f8a9b0c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f6a7b8c9d0e1f2a3b4c'
    const body = lines(
      ...Object.entries({ UPLOADCARE_PUB_KEY: PUBLIC_KEY, ...fields }).flatMap(([name, value]) => [
        ...[`--${boundary}`, `Content-Disposition: form-data; name="${name}"`, '', value],
      ]),
      `--${boundary}--`,
    )
    const started = await sendRaw(
      server.url,
      [
        ...['POST /multipart/start/ HTTP/1.1', host, 'User-Agent: UploadcareGo/1.0.0', lengthOf(body)],
        ...[`Content-Type: multipart/form-data; boundary=${boundary}`, 'Accept-Encoding: gzip'],
      ],
      body,
    )
    const { uuid, parts } = json(started) as { uuid: string; parts: string[] }
    const data = Buffer.concat([Buffer.alloc(PART_BYTES, 1), Buffer.alloc(PART_BYTES, 2), Buffer.alloc(1, 3)])
    for (const url of parts.toReversed()) {
      const { pathname, search, searchParams } = new URL(url)
      const offset = (Number(searchParams.get('partNumber')) - 1) * PART_BYTES
      const part = data.subarray(offset, offset + PART_BYTES)
      const head = [`PUT ${pathname}${search} HTTP/1.1`, host, lengthOf(part), 'Content-Type: video/mp4']
      expect((await sendRaw(server.url, head, part)).status).toBe(200)
    }
    const completion = new URLSearchParams({ UPLOADCARE_PUB_KEY: PUBLIC_KEY, uuid })
    await fetch(`${server.url}/multipart/complete/`, { method: 'POST', body: completion })
    const served = await fetch(`${server.url}/${uuid}/`)

    expect(Buffer.from(await served.arrayBuffer()).equals(data)).toBe(true)
  })
})

describe('uploadcare-ruby 5 (lib/uploadcare/api/upload/files.rb, Faraday)', () => {
  it('uploads several files, with generated names for duplicate fields', async () => {
    const boundary = '-----------RubyMultipartPost-28145d2194d5b76f56321efad07dcbd9'
    const file = (field: string): string[] => [
      ...[`--${boundary}`, `Content-Disposition: form-data; name="${field}"; filename="kitten.jpeg"`],
      ...['Content-Length: 4', 'Content-Type: image/jpeg', 'Content-Transfer-Encoding: binary', '', 'meow'],
    ]
    const body = lines(
      ...[`--${boundary}`, 'Content-Disposition: form-data; name="UPLOADCARE_PUB_KEY"', '', PUBLIC_KEY],
      ...file('kitten.jpeg'),
      ...file('__uploadcare_form_1__kitten.jpeg'),
      ...[`--${boundary}--`, ''],
    )
    const response = await sendRaw(
      server.url,
      [
        ...['POST /base/ HTTP/1.1', host, 'Accept: */*', 'User-Agent: Faraday v2.9.0', lengthOf(body)],
        `Content-Type: multipart/form-data; boundary=${boundary}`,
      ],
      body,
    )

    expect(Object.keys(json(response))).toEqual(['kitten.jpeg', '__uploadcare_form_1__kitten.jpeg'])
  })

  it('reads the info of a file with the Accept header of the REST API', async () => {
    const uuid = await upload()
    const response = await sendRaw(server.url, [
      `GET /info/?file_id=${uuid}&pub_key=${PUBLIC_KEY} HTTP/1.1`,
      ...[host, 'Accept: application/vnd.uploadcare-v0.7+json', 'Content-Type: application/json'],
    ])

    expect([response.status, json(response)['uuid']]).toEqual([200, uuid])
  })
})

describe('uploadcare-widget 3 (src/files/url.js, src/files/object.js)', () => {
  const headers = [
    'Origin: https://shop.example.com',
    'X-UC-User-Agent: UploadcareWidget/3.21.5/demopublickey',
  ]

  it('starts an upload from a URL with GET /from_url/ and polls its status', async () => {
    const query = new URLSearchParams({
      ...{ pub_key: PUBLIC_KEY, signature: '', expire: '', source_url: sourceUrl, filename: '' },
      ...{ source: 'url-tab', store: 'auto', jsonerrors: '1' },
    })
    const started = await sendRaw(server.url, [
      `GET /from_url/?${query.toString()} HTTP/1.1`,
      host,
      ...headers,
    ])
    expect(started.headers.get('Access-Control-Allow-Methods')).toBe('OPTIONS, GET, POST')
    const path = `/from_url/status/?token=${String(json(started)['token'])}`

    expect(await settled([`GET ${path} HTTP/1.1`, host, ...headers])).toMatchObject({
      status: 'success',
      size: 4,
    })
  })

  it('passes the preflight of its user agent header', async () => {
    const response = await sendRaw(server.url, [
      ...['OPTIONS /base/?jsonerrors=1 HTTP/1.1', host, 'Origin: https://shop.example.com'],
      ...['Access-Control-Request-Method: POST', 'Access-Control-Request-Headers: x-uc-user-agent'],
    ])

    expect([response.status, response.headers.get('Access-Control-Allow-Methods')]).toEqual([
      204,
      'POST, OPTIONS',
    ])
    expect(response.headers.get('Access-Control-Allow-Headers')?.toLowerCase()).toContain('x-uc-user-agent')
  })

  it('adds a short rest to the last part, and leaves a part URL unused', async () => {
    const size = 2 * PART_BYTES + 1000
    const fields = {
      filename: 'film.mp4',
      size: String(size),
      content_type: 'video/mp4',
      part_size: '5242880',
    }
    const body = new URLSearchParams({
      UPLOADCARE_PUB_KEY: PUBLIC_KEY,
      source: 'local',
      ...fields,
    }).toString()
    const started = await sendRaw(
      server.url,
      [
        ...['POST /multipart/start/?jsonerrors=1 HTTP/1.1', host, ...headers, lengthOf(body)],
        'Content-Type: application/x-www-form-urlencoded; charset=UTF-8',
      ],
      body,
    )
    const { uuid, parts } = json(started) as { uuid: string; parts: string[] }
    expect(parts).toHaveLength(3)
    for (const [index, bytes] of [PART_BYTES, PART_BYTES + 1000].entries()) {
      const { pathname, search } = new URL(parts[index] ?? '')
      const part = new Uint8Array(bytes)
      const head = [`PUT ${pathname}${search} HTTP/1.1`, host, lengthOf(part), 'Content-Type: video/mp4']
      expect((await sendRaw(server.url, head, part)).status).toBe(200)
    }
    const completion = new URLSearchParams({ UPLOADCARE_PUB_KEY: PUBLIC_KEY, uuid })
    const response = await fetch(`${server.url}/multipart/complete/?jsonerrors=1`, {
      method: 'POST',
      body: completion,
    })

    expect(await response.json()).toMatchObject({ uuid, size })
  })
})

describe('uploadcare-swift (Sources/Uploadcare/UploadAPI.swift)', () => {
  const headers = ['Content-Type: application/json', 'Accept: */*', 'User-Agent: UploadcareSwift/0.14.0']

  it('reads the info of a file without the final slash: GET /info', async () => {
    const uuid = await upload()
    const path = `/info?pub_key=${PUBLIC_KEY}&file_id=${uuid}`
    const response = await sendRaw(server.url, [`GET ${path} HTTP/1.1`, host, ...headers])

    expect([response.status, json(response)['uuid']]).toEqual([200, uuid])
  })

  it('uploads from a URL without the final slash and without a body: POST /from_url', async () => {
    const path = `/from_url?pub_key=${PUBLIC_KEY}&source_url=${sourceUrl}&store=1`
    const head = [`POST ${path} HTTP/1.1`, host, ...headers, 'Content-Length: 0']
    const { token } = json(await sendRaw(server.url, head))
    const status = await settled([`GET /from_url/status/?token=${String(token)} HTTP/1.1`, host, ...headers])

    expect(status).toMatchObject({ status: 'success', is_stored: true })
  })
})

describe('uploadcare-android 4 (library/…/urls/Urls.kt, OkHttp)', () => {
  const headers = ['Accept-Encoding: gzip', 'User-Agent: okhttp/4.12.0']

  it('encodes the slashes of a path: GET /%2Finfo%2F', async () => {
    const uuid = await upload()
    const path = `/%2Finfo%2F?pub_key=${PUBLIC_KEY}&file_id=${uuid}`
    const response = await sendRaw(server.url, [`GET ${path} HTTP/1.1`, host, ...headers])

    expect([response.status, json(response)['uuid']]).toEqual([200, uuid])
  })

  it('polls an upload from a URL at /%2Ffrom_url%2Fstatus%2F', async () => {
    const body = new URLSearchParams({ pub_key: PUBLIC_KEY, source_url: sourceUrl, store: 'auto' }).toString()
    const head = [
      ...['POST /from_url/ HTTP/1.1', host, ...headers, lengthOf(body)],
      'Content-Type: application/x-www-form-urlencoded',
    ]
    const { token } = json(await sendRaw(server.url, head, body))
    const path = `/%2Ffrom_url%2Fstatus%2F?token=${String(token)}`

    expect(await settled([`GET ${path} HTTP/1.1`, host, ...headers])).toMatchObject({ status: 'success' })
  })

  it('uploads a file whose part has a Content-Length', async () => {
    const boundary = '5f3a1c9e-7b2d-4e60-8a11-c0ffee123456'
    const field = (name: string, value: string): string[] => [
      ...[`--${boundary}`, `Content-Disposition: form-data; name="${name}"`],
      ...[`Content-Length: ${value.length}`, '', value],
    ]
    const body = lines(
      ...field('UPLOADCARE_PUB_KEY', PUBLIC_KEY),
      ...field('UPLOADCARE_STORE', 'auto'),
      ...[`--${boundary}`, 'Content-Disposition: form-data; name="file"; filename="cat.txt"'],
      ...['Content-Type: text/plain; charset=utf-8', 'Content-Length: 4', '', 'meow', `--${boundary}--`],
    )
    const response = await sendRaw(
      server.url,
      [
        ...['POST /base/ HTTP/1.1', host, ...headers, lengthOf(body)],
        `Content-Type: multipart/form-data; boundary=${boundary}`,
      ],
      body,
    )

    expect([response.status, Object.keys(json(response))]).toEqual([200, ['file']])
  })
})
