import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { usePage } from '../test/chromium/use-page.js'

describeInChromium('a file in a page', () => {
  const demo = usePage()
  const bodies: string[] = []
  const server = createServer((request, response) => {
    void request.toArray().then((chunks) => {
      bodies.push(Buffer.concat(chunks as Buffer[]).toString())
      response.setHeader('access-control-allow-origin', '*')
      response.end('{"error":{"status_code":400,"content":"recorded","error_code":"UploadAPIError"}}')
    })
  })
  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening')
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  it.each([
    ['a"b.txt', 'a%22b.txt'],
    ['a%22b.txt', 'a%22b.txt'],
    ['a\\b.txt', 'a\\b.txt'],
    ['a\u2028b.txt', 'a\u2028b.txt'],
    ['ü😀;x=y.txt', 'ü😀;x=y.txt'],
    ["a'b.txt", "a'b.txt"],
    ['', 'original'],
  ])('with the name %j is sent as %j, alone and together with others', async (name, expected) => {
    bodies.length = 0
    const page = await demo.open()
    const baseURL = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
    await page.evaluate(
      async ([ofFile, url]) => {
        const client = window.createClient({ baseURL: url })
        const file = new File(['x'], ofFile)
        await client.uploadFile(file).catch(() => undefined)
        await window.client.uploadSmallFiles(client, [file, file])
      },
      [name, baseURL] as const,
    )
    // One alone, two together, and these two alone after the refusal.
    expect(bodies).toHaveLength(4)
    const names = bodies.map((body) =>
      body
        .split('filename="')
        .slice(1)
        .map((part) => part.split('"\r\n')[0]),
    )
    expect(names).toEqual([[expected], [expected, expected], [expected], [expected]])
  })

  it('with a lone surrogate in its name is sent with a replacement character', async () => {
    bodies.length = 0
    const page = await demo.open()
    const baseURL = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
    await page.evaluate(async (url) => {
      await window
        .createClient({ baseURL: url })
        .uploadFile(new File(['x'], 'a\uD800b.txt'))
        .catch(() => undefined)
    }, baseURL)
    expect(bodies.join('')).toContain('filename="a\uFFFDb.txt"')
  })

  it('has the contentType of the options, which upload-client ignores in browsers', async () => {
    const page = await demo.open()
    const types = await page.evaluate(async () => {
      const client = window.createClient()
      const contentType = 'text/csv'
      const files = [new File(['x'], 'a.txt', { type: 'text/plain' }), new Blob(['x']), new Uint8Array([65])]
      const alone = await Promise.all(files.map((file) => client.uploadFile(file, { contentType })))
      const together = await window.client.uploadSmallFiles(client, files, { contentType })
      const parts = await client.uploadFile(new Blob([new Uint8Array(11 * 1024 * 1024)]), { contentType })
      return [
        ...alone.map(({ mimeType }) => mimeType),
        ...together.map((one) => 'value' in one && one.value.mimeType),
        parts.mimeType,
      ]
    })
    expect(types).toEqual(Array<string>(7).fill('text/csv'))
  })

  it('can be an asset of Expo, whose bytes the page sends, and one that is gone is named', async () => {
    const page = await demo.open()
    const outcomes = await page.evaluate(async () => {
      const client = window.createClient()
      const address = URL.createObjectURL(new Blob([new Uint8Array(100)]))
      const gone = URL.createObjectURL(new Blob(['x']))
      URL.revokeObjectURL(gone)
      const uris = [address, 'data:image/png;base64,aGVsbG8=', gone]
      const results = await client.uploadFiles(
        uris.map((uri) => ({ uri, name: 'photo.png', type: 'image/png' })),
      )
      return results.map((one) =>
        one.status === 'fulfilled'
          ? [one.value.size, one.value.name, one.value.mimeType]
          : (one.reason as { code?: unknown; message: string }).message,
      )
    })
    expect(outcomes).toEqual([
      [100, 'photo.png', 'image/png'],
      [5, 'photo.png', 'image/png'],
      expect.stringContaining('"photo.png" cannot be read'),
    ])
  })

  it('is uploaded when a progress listener of the page throws', async () => {
    const page = await demo.open()
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    const sizes = await page.evaluate(async () => {
      const onProgress = (): never => {
        throw new Error('a mistake of the app')
      }
      const client = window.createClient()
      const sent = [1, 100_000, 11 * 1024 * 1024].map((bytes) =>
        client.uploadFile(new Blob([new Uint8Array(bytes)]), { onProgress }),
      )
      return (await Promise.all(sent)).map(({ size }) => size)
    })
    expect(sizes).toEqual([1, 100_000, 11 * 1024 * 1024])
    expect(errors).toEqual([])
  })
})
