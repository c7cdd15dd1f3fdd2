import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startEmulator, type EmulatorServer } from '../../src/node/index.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'

const PART_BYTES = 5_242_880

let server: EmulatorServer
let accepted: string

beforeAll(async () => {
  server = await startEmulator({ projects: [{ ...demoProject, secureUploading: false }] })
})
beforeEach(async () => {
  await server.emulator.reset()
  accepted = await upload()
})
afterAll(async () => {
  await server.close()
})

async function upload(): Promise<string> {
  const body = new FormData()
  body.append('file', new Blob(['precious']))
  body.append('UPLOADCARE_PUB_KEY', PUBLIC_KEY)
  const response = await fetch(`${server.url}/base/`, { method: 'POST', body })
  return ((await response.json()) as { file: string }).file
}

/** Opens a connection and sends these lines unchanged. */
async function send(...lines: string[]): Promise<Socket> {
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(lines.join('\r\n'))
  return socket
}

async function expectAlive(): Promise<void> {
  expect(await (await fetch(`${server.url}/${accepted}/`)).text()).toBe('precious')
  expect(await upload()).toMatch(/^[0-9a-f-]{36}$/)
}

const MULTIPART = 'Content-Type: multipart/form-data; boundary=x'
const FILE = ['--x', 'Content-Disposition: form-data; name="file"; filename="a"', '', 'half a fi']

test('the server survives a body that is shorter than its Content-Length', async () => {
  const socket = await send(
    'POST /base/ HTTP/1.1',
    'Host: x',
    MULTIPART,
    'Content-Length: 10000',
    '',
    ...FILE,
  )
  socket.resume().end()
  await once(socket, 'close')

  await expectAlive()
})

test('the server survives a body that is longer than its Content-Length', async () => {
  const socket = await send('POST /base/ HTTP/1.1', 'Host: x', MULTIPART, 'Content-Length: 3', '', ...FILE)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  socket.destroy()

  expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 /)
  await expectAlive()
})

test('the server serves other clients while one sends slowly', async () => {
  const socket = await send(
    'POST /base/ HTTP/1.1',
    'Host: x',
    MULTIPART,
    'Content-Length: 10000',
    '',
    ...FILE,
  )

  await expectAlive()
  socket.destroy()
})

test('the server survives invalid HTTP', async () => {
  const socket = await send('\u0000\u0001 GET HELLO', '', '')
  socket.resume()
  await once(socket, 'close')

  await expectAlive()
})

test.each([0, 3, 4])(
  'a fault truncates a response after exactly %i bytes of its body',
  async (afterBytes) => {
    server.emulator.faults.add({ endpoint: 'cdn', truncateAfterBytes: afterBytes })
    const socket = await send(`GET /${accepted}/ HTTP/1.1`, 'Host: x', '', '')
    const received = await text(socket)

    const [head = '', body] = received.split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(head.toLowerCase()).toContain('content-length: 8')
    expect(body).toBe('precious'.slice(0, afterBytes))
    await expectAlive()
  },
)

test('nothing of a truncated part is stored', async () => {
  const fields = {
    UPLOADCARE_PUB_KEY: PUBLIC_KEY,
    filename: 'a',
    size: String(2 * PART_BYTES),
    content_type: 'a/b',
  }
  const body = new URLSearchParams(fields)
  const started = await fetch(`${server.url}/multipart/start/`, { method: 'POST', body })
  const { uuid, parts } = (await started.json()) as { uuid: string; parts: string[] }
  const { pathname, search } = new URL(parts[0] ?? '')
  const socket = await send(
    `PUT ${pathname}${search} HTTP/1.1`,
    'Host: x',
    `Content-Length: ${PART_BYTES}`,
    '',
    'some',
  )
  const answered = new Promise<void>((resolve) => {
    server.emulator.journal.onAnswer(({ endpoint }) => {
      if (endpoint === 'part') resolve()
    })
  })
  socket.destroy()
  await answered

  const completion = new URLSearchParams({ UPLOADCARE_PUB_KEY: PUBLIC_KEY, uuid })
  const response = await fetch(`${server.url}/multipart/complete/`, { method: 'POST', body: completion })
  expect(await response.text()).toBe('File size mismatch. Not all parts uploaded?')
  await expectAlive()
})
