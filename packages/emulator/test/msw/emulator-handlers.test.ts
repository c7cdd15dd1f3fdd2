import { setupServer } from 'msw/node'
import { UploadClient } from '@uploadcare/upload-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { emulatorHandlers } from '../../src/msw/index.js'
import { demoProject, PUBLIC_KEY, signed } from '../demo-project.js'

const emulator = createEmulator({ projects: [demoProject] })
const server = setupServer(...emulatorHandlers(emulator))

beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' })
})
afterAll(() => {
  server.close()
})

test('the handlers answer for the upload host and the CDN with default client settings', async () => {
  const client = new UploadClient({ publicKey: PUBLIC_KEY, ...(await signed()) })
  const file = await client.uploadFile(Buffer.from('Hello'), {
    fileName: 'hello.txt',
    contentType: 'text/plain',
  })
  const served = await fetch(file.cdnUrl)

  expect(await served.text()).toBe('Hello')
})

test('the handlers support multipart uploads', async () => {
  const client = new UploadClient({ publicKey: PUBLIC_KEY, ...(await signed()) })
  const size = 11 * 1024 * 1024
  const file = await client.uploadFile(Buffer.alloc(size, 7), { multipartMinFileSize: size })

  expect(file.size).toBe(size)
})

test('a dropped connection is a network error', async () => {
  emulator.faults.add({ endpoint: 'info', drop: 'answer' })

  await expect(fetch('https://upload.uploadcare.com/info/')).rejects.toThrow('Failed to fetch')
})
