import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { startDemoProcess, tryDemoProcess } from '../demo/start-demo-process.js'

it.each([
  ['PORT', 'page'],
  ['EMULATOR_PORT', 'emulator'],
])('says in one line that %s is taken, and starts no %s', async (variable) => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo

  const failed = await tryDemoProcess({ [variable]: String(port) })

  other.close()
  expect(failed).toEqual({
    exitCode: 1,
    stderr: `Port ${port} on 127.0.0.1 is taken. Choose another one with ${variable}, as ${variable}=${port + 1}.\n`,
  })
})

it('says in one line that a key is missing', async () => {
  const failed = await tryDemoProcess({ UPLOADCARE_SECRET_KEY: 'do-not-print-me' })
  expect(failed).toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/^UPLOADCARE_SECRET_KEY is set, but .* is not\. [^\n]*\n$/) as string,
  })
  expect(failed).not.toMatchObject({ stderr: expect.stringContaining('do-not-print-me') as string })
})

it.each(['SIGINT', 'SIGTERM'] as const)('ends at once on %s, also with open connections', async (signal) => {
  const demo = await startDemoProcess()
  const ports = [demo.url, demo.emulatorUrl].map((url) => Number(new URL(url).port))
  const sockets = ports.map((port) => connect(port, '127.0.0.1'))
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  // One of them is in the middle of an upload.
  sockets[1]?.write('POST /base/ HTTP/1.1\r\nHost: emulator\r\nContent-Length: 1000\r\n\r\nhalf')
  for (const socket of sockets) socket.on('error', () => undefined).resume()

  expect(await demo.stop(signal)).toBe(0)
  await Promise.all(ports.map(expectFree))
})

async function expectFree(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  server.close()
}
