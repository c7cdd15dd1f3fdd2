import { UploadClient } from '@uploadcare/upload-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createEmulator } from '../../src/index.js'
import type { emulatorHandlers } from '../../src/msw/index.js'
import { demoProject, PUBLIC_KEY, signed } from '../demo-project.js'

/** The part of msw that the suite uses, and the handlers that were loaded with it. */
export interface MswModules {
  emulatorHandlers: typeof emulatorHandlers
  setupServer(...handlers: ReturnType<typeof emulatorHandlers>): {
    listen(options: { onUnhandledRequest: 'error' }): void
    close(): void
    use(...handlers: ReturnType<typeof emulatorHandlers>): void
    resetHandlers(): void
  }
}

/** Tests the handlers with a major version of msw. */
export function describeHandlers(name: string, load: () => Promise<MswModules>): void {
  describe(`emulatorHandlers with ${name}`, () => {
    const emulator = createEmulator({ projects: [demoProject] })
    let modules: MswModules
    let server: ReturnType<MswModules['setupServer']>

    beforeAll(async () => {
      modules = await load()
      server = modules.setupServer(...modules.emulatorHandlers(emulator))
      server.listen({ onUnhandledRequest: 'error' })
    })
    beforeEach(async () => {
      await emulator.reset()
      server.resetHandlers()
    })
    afterAll(() => {
      server.close()
    })

    it('answers for the upload host and the CDN with default client settings', async () => {
      const client = new UploadClient({ publicKey: PUBLIC_KEY, ...(await signed()) })
      const file = await client.uploadFile(Buffer.from('Hello'), {
        fileName: 'hello.txt',
        contentType: 'text/plain',
      })
      const served = await fetch(file.cdnUrl)

      expect(await served.text()).toBe('Hello')
    })

    it('supports multipart uploads', async () => {
      const client = new UploadClient({ publicKey: PUBLIC_KEY, ...(await signed()) })
      const size = 11 * 1024 * 1024
      const file = await client.uploadFile(Buffer.alloc(size, 7), { multipartMinFileSize: size })

      expect(file.size).toBe(size)
    })

    it('turns a dropped connection into a network error', async () => {
      emulator.faults.add({ endpoint: 'info', drop: 'answer' })

      await expect(fetch('https://upload.uploadcare.com/info/')).rejects.toThrow(
        /^(?:Failed to fetch|fetch failed)$/,
      )
    })

    it.each([
      ['http://[::1]:7070', 'http://[::1]:7070/info/'],
      ['http://127.0.0.1:7070/', 'http://127.0.0.1:7070/info/'],
      ['https://proxy.example.com/uploadcare', 'https://proxy.example.com/uploadcare/info/'],
      ['https://proxy.example.com/uploadcare/', 'https://proxy.example.com/uploadcare/info/?pub_key=x'],
      ['https://*.cdn.example.com:8443/a', 'https://one.two.cdn.example.com:8443/a/info/'],
    ])('handles the base URL %s', async (baseUrl, url) => {
      server.use(...modules.emulatorHandlers(emulator, { baseUrls: [baseUrl] }))
      const response = await fetch(url)

      expect([response.status, emulator.journal.entries().map(({ path }) => path)]).toEqual([403, ['/info/']])
    })

    it.each([
      ['https://proxy.example.com/uploadcare', 'https://proxy.example.com/info/'],
      ['https://proxy.example.com/uploadcare', 'https://proxy.example.com/uploadcare-other/info/'],
      ['https://example.com', 'https://example.com.evil.example/info/'],
      ['http://[::1]:7070', 'http://[::1]:7071/info/'],
    ])('does not handle with the base URL %s the URL %s', async (baseUrl, url) => {
      const [handler] = modules.emulatorHandlers(emulator, { baseUrls: [baseUrl] })
      expect(await handler?.test({ request: new Request(url) })).toBe(false)
    })

    it('returns part and file URLs below a base URL with a path', async () => {
      const baseURL = 'https://proxy.example.com/uploadcare'
      server.use(...modules.emulatorHandlers(emulator, { baseUrls: [baseURL] }))
      const client = new UploadClient({
        publicKey: PUBLIC_KEY,
        baseURL,
        baseCDN: baseURL,
        ...(await signed()),
      })
      const { uuid, parts } = await client.multipartStart(10_000_000, { contentType: 'video/mp4' })
      for (const [index, url] of parts.entries()) {
        expect(url.startsWith(`${baseURL}/`)).toBe(true)
        const part = Buffer.alloc(Math.min(5_242_880, 10_000_000 - index * 5_242_880))
        expect((await fetch(url, { method: 'PUT', body: part })).status).toBe(200)
      }
      await client.multipartComplete(uuid)
      const served = await fetch(`${baseURL}/${uuid}/`)

      expect((await served.arrayBuffer()).byteLength).toBe(10_000_000)
    })

    it.each(['upload.uploadcare.com', 'ftp://example.com', 'https://'])(
      'rejects the base URL %s',
      (baseUrl) => {
        expect(() => modules.emulatorHandlers(emulator, { baseUrls: [baseUrl] })).toThrow('"baseUrls" must')
      },
    )

    it('rejects a base URL that is not in an array', () => {
      expect(() =>
        // @ts-expect-error a text instead of an array
        modules.emulatorHandlers(emulator, { baseUrls: 'https://example.com' }),
      ).toThrow('"baseUrls" must be an array')
    })
  })
}
