import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTokenHandler } from '@secure-uploading/express'
import { startEmulator, type EmulatorServer } from '@secure-uploading/emulator/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CliRun } from '../cli-run.js'
import { PUBLIC_KEY, SECRET_KEY } from '../demo-project.js'
import { startApp } from '../doctor/start-app.js'
import { runBuiltCommand } from '../run-built-command.js'
import { hasOpenssl, startHttpsFront } from './start-https-front.js'
import { startProxy } from './start-proxy.js'

// Reserved names without an address: only a proxy can reach them.
const UPLOAD_HOST = 'upload.test'
const APP_HOST = 'app.test'

const KEYS = { UPLOADCARE_PUBLIC_KEY: PUBLIC_KEY, UPLOADCARE_SECRET_KEY: SECRET_KEY }

let server: EmulatorServer
let folder: string
const portOf = (url: string): number => Number(new URL(url).port)

beforeAll(async () => {
  server = await startEmulator({
    projects: [{ publicKey: PUBLIC_KEY, secretKeys: [SECRET_KEY], secureUploading: true }],
  })
  folder = await mkdtemp(path.join(tmpdir(), 'proxy-'))
  await writeFile(path.join(folder, 'hello.txt'), 'hello')
  await writeFile(path.join(folder, 'large.bin'), Buffer.alloc(11 * 1024 * 1024))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

function upload(
  file: string,
  baseUrl: string,
  env: Record<string, string>,
  ...words: string[]
): Promise<CliRun> {
  const options = ['--base-url', baseUrl, '--no-resume', '--json', ...words]
  return runBuiltCommand(['upload', path.join(folder, file), ...options], { env: { ...KEYS, ...env } })
}

const startEndpoint = (): Promise<URL> =>
  startApp((app) => {
    app.all(
      '/api/upload-token',
      createTokenHandler({ publicKey: PUBLIC_KEY, secretKey: SECRET_KEY, authorize: 'anyone' }),
    )
  })

describe('upload through a proxy', () => {
  it.each(['HTTP_PROXY', 'http_proxy'])('sends every request through the proxy of %s', async (name) => {
    server.emulator.journal.clear()
    const proxy = await startProxy(portOf(server.url))
    const { code, stdout } = await upload('large.bin', `http://${UPLOAD_HOST}`, { [name]: proxy.url })

    expect([code, JSON.parse(stdout)]).toMatchObject([0, { files: [{ status: 'uploaded' }] }])
    const hosts = new Set(proxy.requests.map((request) => request.split(' ')[1]?.replace(/:80$/, '')))
    expect([...hosts]).toEqual([UPLOAD_HOST])
    expect(server.emulator.journal.entries('part')).toHaveLength(3)
  })

  it.skipIf(!hasOpenssl)('sends HTTPS through a tunnel (CONNECT) of the proxy of HTTPS_PROXY', async () => {
    const front = await startHttpsFront(UPLOAD_HOST, portOf(server.url))
    const proxy = await startProxy(front.port)
    const env = { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: front.certificate }
    const run = await upload('hello.txt', `https://${UPLOAD_HOST}`, env)

    expect(run).toMatchObject({ code: 0 })
    expect([...new Set(proxy.requests)]).toEqual([`CONNECT ${UPLOAD_HOST}:443`])
    // The probe for an emulator is sent with fetch, the upload with https.request.
    expect(proxy.requests.length).toBeGreaterThan(1)
  })

  it('fetches tokens through the proxy', async () => {
    const endpoint = await startEndpoint()
    const proxy = await startProxy(portOf(endpoint.href))
    const words = ['--token-endpoint', `http://${APP_HOST}/api/upload-token`]
    const { code } = await upload(
      'hello.txt',
      server.url,
      { HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' },
      ...words,
    )

    expect(code).toBe(0)
    expect(proxy.requests).toEqual([`CONNECT ${APP_HOST}:80`])
  })

  it.each([{ NO_PROXY: '127.0.0.1' }, { no_proxy: 'localhost, 127.0.0.1' }, { NO_PROXY: '*' }])(
    'connects directly to the hosts in %o',
    async (noProxy) => {
      const proxy = await startProxy(portOf(server.url))
      expect(await upload('hello.txt', server.url, { HTTP_PROXY: proxy.url, ...noProxy })).toMatchObject({
        code: 0,
      })
      expect(proxy.requests).toEqual([])
    },
  )

  it('accepts a proxy without a scheme, and uses HTTP_PROXY for HTTPS without HTTPS_PROXY', async () => {
    const proxy = await startProxy(portOf(server.url), 403)
    const words = ['doctor', `https://${APP_HOST}/api/upload-token`]
    await runBuiltCommand(words, { env: { HTTP_PROXY: proxy.host } })

    expect(proxy.requests).toEqual([`CONNECT ${APP_HOST}:443`])
  })

  it.each([
    ['HTTPS_PROXY', 'socks5://user:hunter2@127.0.0.1:1080'],
    ['http_proxy', 'http://user:hunter2@'],
  ])('rejects %s=%s without exposing it', async (name, value) => {
    const { code, stdout, stderr } = await upload('hello.txt', server.url, { [name]: value })

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`${name} must be the URL of an HTTP proxy`)
    expect(stderr).not.toContain('hunter2')
  })
})

describe('doctor through a proxy', () => {
  it('sends every request through the proxy', async () => {
    const endpoint = await startEndpoint()
    const proxy = await startProxy(portOf(endpoint.href))
    const words = ['doctor', `http://${APP_HOST}/api/upload-token`, '--anyone', '--json']
    const { stdout } = await runBuiltCommand(words, { env: { ...KEYS, HTTP_PROXY: proxy.url } })

    const { findings } = JSON.parse(stdout) as { findings: object[] }
    expect(findings).toContainEqual(expect.objectContaining({ check: 'answer', level: 'fine' }))
    expect([...new Set(proxy.requests)]).toEqual([`CONNECT ${APP_HOST}:80`])
  })

  it.each([
    [
      'is not running',
      { HTTP_PROXY: 'http://user:hunter2@127.0.0.1:9' },
      'through the proxy 127.0.0.1:9 (ECONNREFUSED)',
    ],
    ['is not set', {}, 'without a proxy ('],
  ])('reports whether a proxy was used for an unreachable endpoint if it %s', async (_what, env, message) => {
    const { code, stdout } = await runBuiltCommand(['doctor', `http://${APP_HOST}/api/upload-token`], { env })

    expect(code).toBe(1)
    expect(stdout).toContain(`✗ is unreachable ${message}`)
    expect(stdout).toMatch(/→ .+ (?:HTTPS_PROXY|NO_PROXY)/)
    expect(stdout).not.toContain('hunter2')
  })

  it('reports a proxy that refuses the connection', async () => {
    const proxy = await startProxy(1, 403)
    const env = { HTTP_PROXY: proxy.url }
    const { stdout } = await runBuiltCommand(['doctor', `http://${APP_HOST}/api/upload-token`], { env })

    expect(stdout).toContain(`✗ is unreachable through the proxy ${proxy.host} (Proxy response (403)`)
  })
})
