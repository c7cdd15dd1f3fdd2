import { get } from 'node:http'
import { createSigner } from '@secure-uploading/core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTokenSource, SecureUploadClient } from '../../src/index.js'
import { startEmulatorProcess } from './start-emulator-process.js'

const PUBLIC_KEY = 'demopublickey'
const SECRET_KEY = 'demosecretkey'

/** Uploads with the values of an emulated page, in which vitest loads upload-client's Node build. */
export function uploadsInAPage(): void {
  let server: Awaited<ReturnType<typeof startEmulatorProcess>>
  beforeAll(async () => {
    server = await startEmulatorProcess()
  })
  afterAll(() => {
    server.stop()
  })

  function createClient(): SecureUploadClient {
    const signer = createSigner({ secretKey: SECRET_KEY })
    const fetchToken = async (): Promise<unknown> => ({
      publicKey: PUBLIC_KEY,
      ...(await signer.sign({ expiresIn: 60 })),
    })
    return new SecureUploadClient({ tokenSource: createTokenSource({ fetchToken }), baseURL: server.url })
  }
  // The fetch of the page may apply CORS.
  const stored = (uuid: string): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      get(`${server.url}/${uuid}/`, { insecureHTTPParser: true }, (response) => {
        response.toArray().then((chunks) => {
          resolve(Buffer.concat(chunks as Buffer[]))
        }, reject)
      })
    })

  it('uploads a File of the page', async () => {
    const file = await createClient().uploadFile(new File(['Hello'], 'a.txt', { type: 'text/plain' }))
    expect(file).toMatchObject({ name: 'a.txt', size: 5, mimeType: 'text/plain' })
    expect(String(await stored(file.uuid))).toBe('Hello')
  })

  it('uploads a Blob, bytes and a batch', async () => {
    const outcomes = await createClient().uploadFiles([
      new Blob(['Hello']),
      new TextEncoder().encode('Hello'),
    ])
    expect(outcomes).toMatchObject([{ value: { size: 5 } }, { value: { size: 5 } }])
  })

  it('uploads a File of 11 MiB in parts', async () => {
    const bytes = new Uint8Array(11 * 1024 * 1024).fill(7)
    const file = await createClient().uploadFile(new File([bytes], 'large.bin'))
    expect(file).toMatchObject({ size: bytes.length })
    expect((await stored(file.uuid)).equals(Buffer.from(bytes))).toBe(true)
  })

  it('cancels an upload with an AbortController of the page', async () => {
    const controller = new AbortController()
    const upload = createClient().uploadFile(new File(['Hello'], 'a.txt'), { signal: controller.signal })
    controller.abort()
    await expect(upload).rejects.toMatchObject({ name: 'CancelError' })
  })
}
