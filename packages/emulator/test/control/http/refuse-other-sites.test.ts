import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createEmulator } from '../../../src/index.js'
import { startEmulator } from '../../../src/node/index.js'
import { demoProject } from '../../demo-project.js'

const emulator = createEmulator({ projects: [demoProject] })

/** Sends a reset and returns the status. */
async function reset(
  url: string,
  headers: Readonly<Record<string, string>>,
  isLoopback?: boolean,
): Promise<number> {
  const asked = new Request(`${url}/_emulator/reset`, { method: 'POST', headers })
  return (await emulator.fetch(asked, isLoopback === undefined ? {} : { isLoopback })).status
}

describe('the control API', () => {
  test.each(['cross-site', 'same-site', ''])('refuses other pages in the same browser: %j', async (site) => {
    expect(await reset('http://127.0.0.1:7070', { 'Sec-Fetch-Site': site })).toBe(403)
    const preflight = new Request('http://127.0.0.1:7070/_emulator/reset', {
      method: 'OPTIONS',
      headers: { 'Sec-Fetch-Site': site },
    })
    expect((await emulator.fetch(preflight)).headers.has('Access-Control-Allow-Origin')).toBe(false)
  })

  test.each(['http://evil.example', 'http://127.0.0.1:3000', 'null', ''])(
    'refuses a page of the origin %j in a browser without Sec-Fetch-Site',
    async (Origin) => {
      expect(await reset('http://127.0.0.1:7070', { Origin })).toBe(403)
    },
  )

  test.each<Record<string, string>>([
    {},
    { Origin: 'http://127.0.0.1:7070' },
    { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://127.0.0.1:7070' },
    { 'Sec-Fetch-Site': 'none' },
  ])('allows programs and its own page: %j', async (headers) => {
    expect(await reset('http://127.0.0.1:7070', headers)).toBe(204)
  })

  test.each([
    ['http://evil.example', 403],
    ['http://127.0.0.1.evil.example:7070', 403],
    ['http://192.168.0.1:7070', 403],
    ['http://127.0.0.1:7070', 204],
    ['http://localhost:7070', 204],
    ['http://emulator.localhost:7070', 204],
    ['http://[::1]:7070', 204],
  ])('of a loopback server responds to %s with %i', async (url, status) => {
    expect(await reset(url, { 'Sec-Fetch-Site': 'same-origin' }, true)).toBe(status)
  })

  test('responds to any host name on a public address and without a server', async () => {
    expect(await reset('http://emulator:7070', {}, false)).toBe(204)
    expect(await reset('https://upload.uploadcare.com', {})).toBe(204)
  })
})

test('a foreign host name that resolves to the server reaches uploads, but not the control API', async () => {
  const server = await startEmulator({ projects: [demoProject] })
  async function ask(path: string): Promise<number | undefined> {
    const { hostname, port } = new URL(server.url)
    const headers = { Host: `evil.example:${port}`, 'Sec-Fetch-Site': 'same-origin' }
    const asked = request({ hostname, port, path, headers }).end()
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    response.resume()
    return response.statusCode
  }

  expect(await ask('/_emulator/state')).toBe(403)
  expect(await ask('/from_url/status/?token=x')).toBe(200)
  await server.close()
})
