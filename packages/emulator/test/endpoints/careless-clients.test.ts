import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startEmulator, type EmulatorServer } from '../../src/node/index.js'
import { sendRaw } from '../clients/raw-request.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'

const PART_BYTES = 5_242_880

let server: EmulatorServer
let uuid: string
let parts: string[]

beforeAll(async () => {
  server = await startEmulator({ projects: [{ ...demoProject, secureUploading: false }] })
})
beforeEach(async () => {
  await server.emulator.reset()
  const fields = { filename: 'a', size: String(2 * PART_BYTES + 10), content_type: 'video/mp4' }
  const body = new URLSearchParams({ UPLOADCARE_PUB_KEY: PUBLIC_KEY, ...fields })
  const response = await fetch(`${server.url}/multipart/start/`, { method: 'POST', body })
  ;({ uuid, parts } = (await response.json()) as { uuid: string; parts: string[] })
})
afterAll(async () => {
  await server.close()
})

async function put(url: string | undefined, bytes = 10): Promise<[status: number, code: string | undefined]> {
  const response = await fetch(url ?? '', { method: 'PUT', body: new Uint8Array(bytes) })
  return [response.status, /<Code>(\w+)</.exec(await response.text())?.[1]]
}

async function complete(): Promise<string> {
  const body = new URLSearchParams({ UPLOADCARE_PUB_KEY: PUBLIC_KEY, uuid })
  return (await fetch(`${server.url}/multipart/complete/`, { method: 'POST', body })).text()
}

describe('a part URL', () => {
  it('has the presigned query of S3', () => {
    expect(parts.map((url) => new URL(url).searchParams.get('partNumber'))).toEqual(['1', '2', '3'])
    const names = [...new URL(parts[0] ?? '').searchParams.keys()]
    expect(names).toEqual([
      ...['partNumber', 'uploadId', 'X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Expires'],
      ...['X-Amz-SignedHeaders', 'X-Amz-Signature'],
    ])
  })

  it('is accepted with its query in another order', async () => {
    const url = new URL(parts[0] ?? '')
    url.search = new URLSearchParams([...url.searchParams].toReversed()).toString()
    expect(await put(url.href)).toEqual([200, undefined])
  })

  it.each<[string, (url: URL) => void, number, string]>([
    ['without its query', (url) => (url.search = ''), 403, 'AccessDenied'],
    [
      'of an unknown upload without its query',
      (url) => (url.href = `${url.origin}/_parts/x/a`),
      403,
      'AccessDenied',
    ],
    ...['X-Amz-Signature', 'X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Expires'].map(
      (name) =>
        [
          `without ${name}`,
          (url: URL) => {
            url.searchParams.delete(name)
          },
          400,
          'AuthorizationQueryParametersError',
        ] as [string, (url: URL) => void, number, string],
    ),
    [
      'with another partNumber',
      (url) => {
        url.searchParams.set('partNumber', '2')
      },
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'without partNumber',
      (url) => {
        url.searchParams.delete('partNumber')
      },
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'with another uploadId',
      (url) => {
        url.searchParams.set('uploadId', 'x')
      },
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'with a later expiry',
      (url) => {
        url.searchParams.set('X-Amz-Expires', '999999')
      },
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'with an added parameter',
      (url) => {
        url.searchParams.set('x', '1')
      },
      403,
      'SignatureDoesNotMatch',
    ],
    [
      'with a guessed signature',
      (url) => {
        url.searchParams.set('X-Amz-Signature', createHash('sha256').update('x').digest('hex'))
      },
      403,
      'SignatureDoesNotMatch',
    ],
  ])('%s is refused in the XML of S3', async (_name, change, status, code) => {
    const url = new URL(parts[0] ?? '')
    change(url)
    expect(await put(url.href)).toEqual([status, code])
  })

  it('of another upload does not work for this one', async () => {
    const body = new URLSearchParams({
      UPLOADCARE_PUB_KEY: PUBLIC_KEY,
      filename: 'b',
      size: '10000000',
      content_type: 'a/b',
    })
    const other = (await (
      await fetch(`${server.url}/multipart/start/`, { method: 'POST', body })
    ).json()) as {
      uuid: string
      parts: string[]
    }
    const url = (other.parts[0] ?? '').replace(other.uuid, uuid)
    expect(await put(url)).toEqual([403, 'SignatureDoesNotMatch'])
  })
})

describe('the bytes of a part', () => {
  it.each([
    ['chunked', ['Transfer-Encoding: chunked'], '4\r\nmeow\r\n0\r\n\r\n'],
    ['without a length', [], ''],
  ])('are refused when they are sent %s', async (_name, headers, body) => {
    const { pathname, search, host } = new URL(parts[0] ?? '')
    const response = await sendRaw(
      server.url,
      [`PUT ${pathname}${search} HTTP/1.1`, `Host: ${host}`, ...headers],
      body,
    )

    expect(response.status).toBe(411)
    expect(response.text).toContain('<Code>MissingContentLength</Code>')
  })

  it('are refused when the first part is missing, whatever the others contain', async () => {
    await put(parts[1], PART_BYTES)
    await put(parts[2], PART_BYTES + 10)

    expect(await complete()).toBe('File size mismatch. Not all parts uploaded?')
  })

  it('are refused when a part before the last has another size than declared', async () => {
    await put(parts[0], PART_BYTES + 5)
    await put(parts[1], PART_BYTES - 5)
    await put(parts[2], 10)

    expect(await complete()).toBe('Can not complete upload. Wrong parts size?')
  })
})

describe('an unfinished multipart upload', () => {
  it('frees its bytes 24 hours after its start', async () => {
    const small = await startEmulator({
      projects: [{ ...demoProject, secureUploading: false }],
      memoryLimitBytes: 6_000_000,
    })
    const start = async (): Promise<string[]> => {
      const fields = { filename: 'a', size: '10000000', content_type: 'video/mp4' }
      const body = new URLSearchParams({ UPLOADCARE_PUB_KEY: PUBLIC_KEY, ...fields })
      const response = await fetch(`${small.url}/multipart/start/`, { method: 'POST', body })
      return ((await response.json()) as { parts: string[] }).parts
    }
    const [abandoned] = await start()
    expect(await put(abandoned, PART_BYTES)).toEqual([200, undefined])
    const [refused] = await start()
    expect(await put(refused, PART_BYTES)).toEqual([403, 'QuotaExceeded'])
    small.emulator.clock.advanceMs(24 * 60 * 60 * 1000 + 1)
    const [next] = await start()

    expect(await put(next, PART_BYTES)).toEqual([200, undefined])
    expect(await put(abandoned, PART_BYTES)).toEqual([404, 'NoSuchUpload'])
    small.emulator.clock.advanceMs(24 * 60 * 60 * 1000 + 1)
    const form = new FormData()
    form.append('UPLOADCARE_PUB_KEY', PUBLIC_KEY)
    form.append('file', new Blob([new Uint8Array(PART_BYTES)]))
    expect((await fetch(`${small.url}/base/`, { method: 'POST', body: form })).status).toBe(200)
    await small.close()
  })
})
