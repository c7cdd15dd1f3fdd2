import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNodeSourceNetwork } from '../../src/node/node-source-network.js'
import { openSource } from '../../src/sources/open-source.js'

let source: Server
let sourceUrl: string

beforeAll(async () => {
  source = createServer((request, response) => {
    // The bodies never end.
    if (request.url === '/redirect') response.writeHead(302, { Location: '/gone' }).write('Over there.')
    else response.writeHead(404).write('Nothing here.')
  })
  await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve))
  sourceUrl = `http://127.0.0.1:${(source.address() as AddressInfo).port}`
})
afterAll(() => {
  source.closeAllConnections()
  source.close()
})

test('the connection of an unread response is closed', async () => {
  const closings: Promise<unknown>[] = []
  source.on('connection', (socket) => closings.push(once(socket, 'close')))
  const { signal } = new AbortController()
  const opened = openSource(createNodeSourceNetwork(), new URL(`${sourceUrl}/redirect`), {
    allowPrivateSources: true,
    signal,
  })

  await expect(opened).rejects.toThrow('HTTP client error: 404.')
  expect(closings).toHaveLength(2)
  await Promise.all(closings)
})
