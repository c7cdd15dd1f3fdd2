import { createServer, request, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createTokenHandler, type TokenHandlerOptions } from '@secure-uploading/express'
import type { Request, Response } from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CHECKS } from '../../../src/doctor/endpoint/checks.js'
import { examineEndpoint } from '../../../src/doctor/endpoint/examine-endpoint.js'
import type { NamedFinding } from '../../../src/doctor/finding.js'
import { PUBLIC_KEY, SECRET_KEY } from '../../demo-project.js'
import { COOKIE } from '../careless-endpoint.js'
import { startApp } from '../start-app.js'

/** Starts a proxy in front of an app, like a development server. */
async function startProxy(target: URL, headers: (host: string) => Record<string, string>): Promise<URL> {
  const proxy: Server = createServer((incoming, outgoing) => {
    const { host = '' } = incoming.headers
    const options = { method: incoming.method, headers: { ...incoming.headers, ...headers(host) } }
    incoming.pipe(
      request(new URL(incoming.url ?? '/', target), options, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(outgoing)
      }),
    )
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => {
    proxy.close()
    proxy.closeAllConnections()
  })
  return new URL(target.pathname, `http://127.0.0.1:${String((proxy.address() as AddressInfo).port)}`)
}

async function examine(
  headers: (host: string, target: URL) => Record<string, string>,
  options: Partial<TokenHandlerOptions<[Request, Response]>> = {},
): Promise<NamedFinding[]> {
  const endpoint = createTokenHandler({
    publicKey: PUBLIC_KEY,
    secretKey: SECRET_KEY,
    authorize: ({ headers: { cookie } }) => (cookie === COOKIE ? { subject: 'user-42' } : null),
    ...options,
  })
  const target = await startApp((app) => app.all('/api/upload-token', endpoint))
  const url = await startProxy(target, (host) => headers(host, target))
  const checks = Object.fromEntries(Object.entries(CHECKS).filter(([name]) => name === 'host'))
  return examineEndpoint({ url, credentials: { cookie: COOKIE } }, checks)
}

describe('the doctor, for a proxy in front of the endpoint,', () => {
  it('passes one that keeps Host, as Vite does with an object', async () => {
    expect(await examine((host) => ({ host }))).toMatchObject([{ check: 'host', level: 'fine' }])
  })

  it('warns of one that replaces Host, as Vite does with a string', async () => {
    const [finding] = await examine((_host, target) => ({ host: target.host }))

    expect(finding).toMatchObject({ check: 'host', level: 'warning' })
    expect(finding?.message).toContain('refuses its own page (403) where browsers send no Sec-Fetch-Site')
    expect(finding?.advice).toContain('In Vite, write "server.proxy" as an object')
  })

  it('passes one that replaces Host and sends X-Forwarded-Host with "trustProxy"', async () => {
    const headers = (host: string, target: URL) => ({ host: target.host, 'x-forwarded-host': host })

    expect(await examine(headers, { trustProxy: true })).toMatchObject([{ level: 'fine' }])
    expect(await examine(headers)).toMatchObject([{ level: 'warning' }])
  })
})
