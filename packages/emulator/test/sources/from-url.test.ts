import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startEmulator, type EmulatorServer } from '../../src/node/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'

let emulator: EmulatorServer
let source: Server
let sourceUrl: string
/** Ends the response of `/slow`. */
let finishSlow: (() => void) | undefined

beforeAll(async () => {
  emulator = await startEmulator({
    projects: [{ ...demoProject, secureUploading: false, allowPrivateSources: true }],
  })
  source = createServer((request, response) => {
    answerSource(request.url ?? '', response)
  })
  await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve))
  sourceUrl = `http://127.0.0.1:${(source.address() as AddressInfo).port}`
})
beforeEach(async () => {
  await emulator.emulator.reset()
})
afterAll(async () => {
  await emulator.close()
  source.closeAllConnections()
  source.close()
})

function answerSource(path: string, response: ServerResponse): void {
  if (path === '/gone') response.writeHead(404).end()
  else if (path === '/broken') response.writeHead(502).end()
  else if (path === '/redirect') response.writeHead(302, { Location: '/cat%20photo.txt' }).end()
  else if (path === '/loop') response.writeHead(302, { Location: '/loop' }).end()
  else if (path === '/ftp') response.writeHead(302, { Location: 'ftp://example.com/file' }).end()
  else if (path === '/named')
    response.writeHead(200, { 'Content-Disposition': 'attachment; filename="my \\"cat\\".txt"' }).end('meow')
  else if (path === '/slow') {
    response.writeHead(200, { 'Content-Length': '8' })
    response.write('meow')
    finishSlow = () => response.end('meow')
  } else response.writeHead(200, { 'Content-Type': 'text/plain' }).end('meow')
}

async function post(parameters: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  const query = new URLSearchParams({ jsonerrors: '1', pub_key: PUBLIC_KEY, ...parameters })
  const response = await fetch(`${emulator.url}/from_url/?${query.toString()}`, { method: 'POST' })
  return (await response.json()) as Record<string, unknown>
}

async function statusOf(token: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`${emulator.url}/from_url/status/?jsonerrors=1&token=${String(token)}`)
  return (await response.json()) as Record<string, unknown>
}

/** Polls until the upload has ended. */
async function finished(token: unknown): Promise<Record<string, unknown>> {
  for (;;) {
    const status = await statusOf(token)
    if (status['status'] !== 'waiting' && status['status'] !== 'progress') return status
  }
}

test('a file is fetched with its name and type', async () => {
  const started = await post({
    source_url: `${sourceUrl}/cat%20photo.txt`,
    'metadata[pet]': 'cat',
    store: '0',
  })
  expect(Object.keys(started)).toEqual(['type', 'token'])
  const status = await finished(started['token'])

  expect(status).toMatchObject({
    status: 'success',
    original_filename: 'cat photo.txt',
    filename: 'catphoto.txt',
    mime_type: 'text/plain',
    size: 4,
    is_stored: false,
    metadata: { pet: 'cat' },
  })
})

test.each([
  ['gâteau 1.txt', 'gteau1.txt'],
  ['фото', 'cat photo.txt'],
  ['/var/tmp/cat.txt', 'cat.txt'],
  ['C:\\tmp\\cat.txt', 'cat.txt'],
])('the filename parameter %s becomes %s', async (filename, original_filename) => {
  const { token } = await post({ source_url: `${sourceUrl}/cat%20photo.txt`, filename })

  expect(await finished(token)).toMatchObject({ status: 'success', original_filename })
})

test('an encoded directory in the URL of a source is not part of the file name', async () => {
  const { token } = await post({ source_url: `${sourceUrl}/files/%2Fetc%2Fcat.txt` })

  expect(await finished(token)).toMatchObject({ status: 'success', original_filename: 'cat.txt' })
})

test('parameters may be in a form', async () => {
  const body = new URLSearchParams({ pub_key: PUBLIC_KEY, source_url: `${sourceUrl}/named` })
  const response = await fetch(`${emulator.url}/from_url/`, { method: 'POST', body })
  const { token } = (await response.json()) as { token: string }

  expect(await finished(token)).toMatchObject({ original_filename: 'my "cat".txt' })
})

test('redirects are followed', async () => {
  const { token } = await post({ source_url: `${sourceUrl}/redirect` })

  expect(await finished(token)).toMatchObject({ status: 'success', original_filename: 'cat photo.txt' })
})

test('the status reports the received and the total bytes', async () => {
  const { token } = await post({ source_url: `${sourceUrl}/slow` })
  let status = await statusOf(token)
  while (status['done'] !== 4) status = await statusOf(token)
  finishSlow?.()

  expect(status).toEqual({ status: 'progress', done: 4, total: 8 })
  expect(await finished(token)).toMatchObject({ status: 'success', size: 8 })
})

test('a URL that was fetched before is answered with the file', async () => {
  const source_url = `${sourceUrl}/cat.txt`
  const { token } = await post({ source_url, save_URL_duplicates: '1' })
  const { uuid } = await finished(token)

  expect(await post({ source_url, check_URL_duplicates: '1' })).toMatchObject({ type: 'file_info', uuid })
  expect(await post({ source_url })).toMatchObject({ type: 'token' })
})

test('the status of an unknown token is unknown', async () => {
  expect(await statusOf(crypto.randomUUID())).toEqual({ status: 'unknown' })
})

describe('the status of a failed download', () => {
  test.each([
    ['/gone', 'DownloadFileHTTPClientError', 'HTTP client error: 404.'],
    ['/broken', 'DownloadFileHTTPServerError', 'HTTP server error: 502.'],
    ['/loop', 'URLRedirectsLimitExceededError', 'Too many redirects.'],
    ['/ftp', 'DownloadFileHTTPURLValidationError', 'URL validation error: Invalid URL scheme.'],
  ])('of %s has the code %s', async (path, errorCode, error) => {
    const { token } = await post({ source_url: `${sourceUrl}${path}` })

    expect(await finished(token)).toEqual({ status: 'error', error, error_code: errorCode })
  })

  test('reports an unreachable source', async () => {
    const { token } = await post({ source_url: 'http://127.0.0.1:1/' })

    expect(await finished(token)).toMatchObject({ error_code: 'DownloadFileHTTPNetworkError' })
  })

  test('reports a file above the size limit of the project', async () => {
    emulator.emulator.projects.update(PUBLIC_KEY, { maxFileSizeBytes: 3 })
    const { token } = await post({ source_url: `${sourceUrl}/cat.txt` })

    expect(await finished(token)).toMatchObject({ error_code: 'DownloadFileSizeLimitExceededError' })
  })
})

describe('an invalid source URL', () => {
  test.each([
    ['', 'SourceURLRequiredError'],
    ['example.com/cat.jpg', 'URLSchemeRequiredError'],
    ['ftp://example.com/cat.jpg', 'URLSchemeInvalidError'],
    ['https:///cat.jpg', 'URLHostRequiredError'],
    ['https://exa mple.com/', 'URLHostMalformedError'],
    ['https://example.com:99999/', 'URLParsingFailedError'],
    ['https://no-such-host.invalid/', 'HostnameNotFoundError'],
  ])('%s is refused with %s', async (source_url, errorCode) => {
    expect(await post({ source_url })).toMatchObject({ error: { error_code: errorCode } })
  })

  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://[::1]/',
    'http://[::ffff:192.168.0.1]/',
    'http://[::7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fe80::1]/',
  ])('%s is refused as a private address', async (source_url) => {
    emulator.emulator.projects.update(PUBLIC_KEY, { allowPrivateSources: false })

    expect(await post({ source_url })).toEqual({
      error: {
        status_code: 400,
        content: 'Only public IPs are allowed.',
        error_code: 'URLHostPrivateIPForbiddenError',
      },
    })
  })
})
