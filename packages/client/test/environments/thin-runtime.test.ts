import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSigner } from '@secure-uploading/core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTokenSource, SecureUploadClient } from '../../src/index.js'
import { createResumableUpload } from '../../src/resumable/index.js'
import { startEmulatorProcess } from './start-emulator-process.js'

const LARGE_BYTES = 11 * 1024 * 1024

describe('a runtime without throwIfAborted, reason, DOMException, WebCrypto, performance and global events', () => {
  const { prototype } = AbortSignal
  const missing = ['throwIfAborted', 'reason'] as const
  const saved = missing.map((name) => Object.getOwnPropertyDescriptor(prototype, name))
  let emulator: Awaited<ReturnType<typeof startEmulatorProcess>>
  let token: unknown
  beforeAll(async () => {
    emulator = await startEmulatorProcess()
    // The backend has WebCrypto.
    const signed = await createSigner({ secretKey: 'demosecretkey' }).sign({ expiresIn: 600 })
    token = { publicKey: 'demopublickey', ...signed, expiresIn: 600 }
    // Node loads its fetch with the first request, and that needs `performance`.
    await fetch(emulator.url)
    for (const name of missing) Reflect.deleteProperty(prototype, name)
    vi.stubGlobal('DOMException', undefined)
    vi.stubGlobal('performance', undefined)
    vi.stubGlobal('crypto', undefined)
    vi.stubGlobal('addEventListener', undefined)
  })
  afterAll(() => {
    emulator.stop()
    vi.unstubAllGlobals()
    for (const [index, name] of missing.entries()) {
      const descriptor = saved[index]
      if (descriptor) Object.defineProperty(prototype, name, descriptor)
    }
  })

  const createClient = (baseURL = emulator.url, longestMs = Infinity): SecureUploadClient =>
    new SecureUploadClient({
      baseURL,
      retryNetworkErrorMaxTimes: 1,
      tokenSource: createTokenSource({
        fetchToken: () => Promise.resolve(token),
        clock: {
          setTimeout: (callback, delayMs) =>
            setTimeout(callback, delayMs < 10_000 ? 0 : Math.min(delayMs, longestMs)),
        },
      }),
    })
  const large = (): File => new File([new Uint8Array(LARGE_BYTES)], 'video.mp4')

  it('uploads a file, a large file and a resumable upload', async () => {
    expect(await createClient().uploadFile(new Blob(['Hello']))).toMatchObject({ size: 5 })
    expect(await createClient().uploadFile(large())).toMatchObject({ size: LARGE_BYTES })
    expect(await createResumableUpload(createClient(), large()).result).toMatchObject({ size: LARGE_BYTES })
  })

  it('returns addresses of the domain without a prefix, which needs WebCrypto', async () => {
    const { cdnUrl } = await createClient().uploadFile(new Blob(['Hello']))
    expect(cdnUrl).toMatch(/^https:\/\/ucarecdn\.com\//)
  })

  it('cancels an upload, and signs out', async () => {
    const controller = new AbortController()
    const canceled = createClient().uploadFile(new Blob(['Hello']), { signal: controller.signal })
    controller.abort()
    await expect(canceled).rejects.toMatchObject({ name: 'CancelError' })

    const client = createClient()
    const upload = createResumableUpload(client, large())
    client.tokenSource.clear()
    await expect(upload.result).rejects.toMatchObject({ name: 'CancelError' })
  })

  it('ends a request without an answer', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const client = createClient(`http://127.0.0.1:${String(port)}`, 50)
    await expect(client.uploadFile(new Blob(['Hello']))).rejects.toMatchObject({ name: 'TimeoutError' })
    silent.closeAllConnections()
    silent.close()
  })
})
