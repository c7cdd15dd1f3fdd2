import { createEmulator } from '@secure-uploading/emulator'
import { emulatorHandlers } from '@secure-uploading/emulator/msw'
import { createSigner } from '@secure-uploading/core'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SecureUploadClient } from '../../src/client/secure-upload-client.js'
import { createTokenSource } from '../../src/token-source/create-token-source.js'
import { MEBIBYTE, PUBLIC_KEY, text } from '../use-stage.js'

const emulator = createEmulator({
  projects: [{ publicKey: PUBLIC_KEY, secretKeys: ['demosecretkey'], secureUploading: true }],
})
const server = setupServer(...emulatorHandlers(emulator))
beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' })
})
afterAll(() => {
  server.close()
})

it('SecureUploadClient repeats requests whose connection msw dropped', async () => {
  const signer = createSigner({ secretKey: 'demosecretkey' })
  const tokenSource = createTokenSource({
    fetchToken: async () => ({ publicKey: PUBLIC_KEY, ...(await signer.sign({ expiresIn: 60 })) }),
    clock: { setTimeout: (callback, delayMs) => setTimeout(callback, delayMs < 10_000 ? 0 : delayMs) },
  })
  const client = new SecureUploadClient({ tokenSource })
  for (const endpoint of ['base', 'info'] as const) emulator.faults.add({ endpoint, drop: 'request' })
  await expect(client.uploadFile(text())).resolves.toMatchObject({ size: 11 })
  for (const endpoint of ['multipart/start', 'part', 'multipart/complete'] as const) {
    emulator.faults.add({ endpoint, drop: 'request' })
  }
  await expect(client.uploadFile(text(11 * MEBIBYTE))).resolves.toMatchObject({ size: 11 * MEBIBYTE })
  expect(emulator.faults.list()).toEqual([])
})
