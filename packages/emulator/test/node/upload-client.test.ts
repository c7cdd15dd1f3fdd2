import { UploadClient, UploadError } from '@uploadcare/upload-client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startEmulator, type EmulatorServer } from '../../src/node/index.js'
import { demoProject, PUBLIC_KEY, signed } from '../demo-project.js'

const MEBIBYTE = 1024 * 1024

let server: EmulatorServer
let client: UploadClient

beforeAll(async () => {
  server = await startEmulator({ projects: [demoProject] })
})
beforeEach(async () => {
  await server.emulator.reset()
  const token = await signed()
  client = new UploadClient({ publicKey: PUBLIC_KEY, baseURL: server.url, baseCDN: server.url, ...token })
})
afterAll(async () => {
  await server.close()
})

test('upload-client uploads a file, which is served with its type', async () => {
  const file = await client.uploadFile(Buffer.from('<p>Hello</p>'), {
    fileName: 'hello world.html',
    contentType: 'text/html',
    metadata: { pet: 'cat' },
  })

  expect(file.originalFilename).toBe('hello world.html')
  expect(file.mimeType).toBe('text/html')
  expect(file.metadata).toEqual({ pet: 'cat' })
  const served = await fetch(`${server.url}/${file.uuid}/`)
  expect(served.headers.get('Content-Type')).toBe('text/html')
  expect(await served.text()).toBe('<p>Hello</p>')
})

test('upload-client uploads a file in parts', async () => {
  const bytes = Buffer.alloc(12 * MEBIBYTE, 'abcdefg')
  const file = await client.uploadFile(bytes, {
    multipartMinFileSize: 10 * MEBIBYTE,
    contentType: 'video/mp4',
  })

  expect(file.size).toBe(bytes.byteLength)
  const served = await fetch(`${server.url}/${file.uuid}/video.mp4`)
  expect(served.headers.get('Content-Type')).toBe('video/mp4')
  expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true)
  expect(server.emulator.journal.entries('part')).toHaveLength(3)
})

test('upload-client creates a group with the operations of each file', async () => {
  const files = await Promise.all(['a', 'b'].map((text) => client.uploadFile(Buffer.from(text))))
  const [first, second] = files.map((file) => file.uuid)
  const group = await client.group([`${first ?? ''}/-/resize/x800/`, second ?? ''])

  expect(group.id).toMatch(/~2$/)
  expect(group.files.map((file) => [file?.uuid, file?.defaultEffects])).toEqual([
    [first, 'resize/x800/'],
    [second, ''],
  ])
  expect(await client.groupInfo(group.id)).toEqual(group)
})

test('upload-client throws the code of a refusal', async () => {
  server.emulator.clock.advanceMs(120_000)
  const upload = client.base(Buffer.from('late'))

  await expect(upload).rejects.toBeInstanceOf(UploadError)
  await expect(upload).rejects.toMatchObject({
    code: 'SignatureExpirationError',
    message: 'Expired signature.',
  })
})

test('upload-client retries a throttled request', async () => {
  server.emulator.faults.add({ endpoint: 'base', throttle: { retryAfterSeconds: 0 } })
  const { file } = await client.base(Buffer.from('twice'), {})

  expect(file).toBeDefined()
  expect(server.emulator.journal.entries('base').map((entry) => entry.status)).toEqual([429, 200])
})

test('upload-client receives a network error when a fault drops the connection', async () => {
  server.emulator.faults.add({ endpoint: 'base', drop: 'request' })

  await expect(client.base(Buffer.from('lost'))).rejects.toThrow(/socket hang up|ECONNRESET|EPIPE/)
})
