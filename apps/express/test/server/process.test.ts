import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { startDemoProcess, tryDemoProcess } from '../demo/start-demo-process.js'

describe('the demo process', () => {
  it.each([
    ['page', 'PORT'],
    ['emulator', 'EMULATOR_PORT'],
  ])('exits with a one-line message when the port of the %s (%s) is in use', async (_service, variable) => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo

    const failed = await tryDemoProcess({ [variable]: String(port) })

    other.close()
    expect(failed).toEqual({
      exitCode: 1,
      stderr: `Port ${port} on 127.0.0.1 is in use. Set another one, for example ${variable}=${port + 1}.\n`,
    })
  })

  it('exits with a one-line message when one of the keys is missing', async () => {
    const failed = await tryDemoProcess({ UPLOADCARE_SECRET_KEY: 'do-not-print-me' })
    expect(failed).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/^UPLOADCARE_SECRET_KEY is set, but .* is not\. [^\n]*\n$/) as string,
    })
    expect(failed).not.toMatchObject({ stderr: expect.stringContaining('do-not-print-me') as string })
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('exits on %s despite open connections', async (signal) => {
    const demo = await startDemoProcess()
    const ports = [demo.url, demo.emulatorUrl].map((url) => Number(new URL(url).port))
    const sockets = ports.map((port) => connect(port, '127.0.0.1'))
    await Promise.all(sockets.map((socket) => once(socket, 'connect')))
    // The second connection is in the middle of an upload.
    sockets[1]?.write('POST /base/ HTTP/1.1\r\nHost: emulator\r\nContent-Length: 1000\r\n\r\nhalf')
    for (const socket of sockets) socket.on('error', () => undefined).resume()

    expect(await demo.stop(signal)).toBe(0)
    await Promise.all(ports.map(expectFree))
  })
})

async function expectFree(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  server.close()
}
