import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { usePage } from '../test/chromium/use-page.js'

interface Outcome {
  code: string | undefined
  message: string
  attempts: number
}

/** Uploads with a client for this address, and returns the error. */
const failure = (page: Page, baseURL: string, bytes: number): Promise<Outcome> =>
  page.evaluate(
    async ({ url, size }) => {
      window.events.length = 0
      const error = await window
        .createClient({ baseURL: url })
        .uploadFile(new Blob([new Uint8Array(size)]))
        .then(
          () => ({ code: undefined, message: 'uploaded' }),
          (reason: unknown) => reason as { code?: string; message: string },
        )
      return {
        code: error.code,
        message: error.message,
        attempts: 1 + window.events.filter(({ type }) => type === 'retried').length,
      }
    },
    { url: baseURL, size: bytes },
  )

describeInChromium('a page that blocks the Upload API', () => {
  const demo = usePage()

  it('fails soon with a message that names CORS and CSP, when the server allows no other origin', async () => {
    const server = createServer((request, response) => {
      request.resume().on('end', () => response.end('{}'))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const page = await demo.open()
    for (const bytes of [5, 11 * 1024 * 1024]) {
      const outcome = await failure(page, `http://127.0.0.1:${String(port)}`, bytes)
      expect(outcome).toMatchObject({ code: 'ERR_UPLOAD_BLOCKED', attempts: 3 })
      expect(outcome.message).toMatch(/CORS.*CSP.*connect-src/)
    }
    server.closeAllConnections()
    server.close()
  })

  it('fails after one attempt with a message that names CSP, when connect-src lacks the host', async () => {
    const page = await demo.open()
    await page.evaluate(() => {
      const meta = document.createElement('meta')
      meta.httpEquiv = 'Content-Security-Policy'
      meta.content = "connect-src 'self'"
      document.head.append(meta)
    })
    for (const bytes of [5, 11 * 1024 * 1024]) {
      const outcome = await failure(page, demo.stage.server.url, bytes)
      expect(outcome).toMatchObject({ code: 'ERR_UPLOAD_BLOCKED' })
      expect(outcome.attempts).toBeLessThanOrEqual(2)
      expect(outcome.message).toMatch(/CSP.*connect-src/)
    }
  })

  it('still repeats a request to an origin that has answered before', async () => {
    const page = await demo.open()
    expect(await failure(page, demo.stage.server.url, 5)).toMatchObject({ message: 'uploaded' })
    demo.stage.server.emulator.faults.add({ endpoint: 'base', drop: 'request', times: 4 })
    const { message, attempts } = await failure(page, demo.stage.server.url, 5)
    expect(message).toBe('uploaded')
    // Chromium itself repeats a request whose connection was used before.
    expect(attempts).toBeGreaterThanOrEqual(4)
  })
})

describeInChromium('SecureUploadClient in a page', () => {
  const demo = usePage()

  it('causes no preflight for small files, with and without a progress listener', async () => {
    const page = await demo.open()
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const preflights: string[] = []
    session.on('Network.requestWillBeSent', ({ type, request }) => {
      if (type === 'Preflight') preflights.push(request.url)
    })
    const values = await page.evaluate(async () => {
      const client = window.createClient()
      await client.uploadFiles(Array.from({ length: 5 }, () => new Blob(['Hello'])))
      const reported: number[] = []
      await client.uploadFile(new Blob([new Uint8Array(16 * 1024)]), {
        onProgress: (progress) => progress.isComputable && reported.push(progress.value),
      })
      return reported
    })
    expect(preflights).toEqual([])
    expect(values[0]).toBe(0)
    expect(values.at(-1)).toBe(1)
  })

  it('counts a File of an iframe by its size in the progress of a batch', async () => {
    const page = await demo.open()
    const values = await page.evaluate(async () => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const { File } = frame.contentWindow as unknown as { File: typeof globalThis.File }
      const framed = new File([new Uint8Array(900_000)], 'framed.bin')
      const reported: number[] = []
      await window.createClient().uploadFiles([framed, new Blob([new Uint8Array(100_000)])], {
        concurrency: 1,
        onProgress: (progress) => progress.isComputable && reported.push(progress.value),
      })
      return reported
    })
    expect(values).toEqual([...values].sort((one, other) => one - other))
    expect(values.some((value) => value > 0.85 && value < 0.95)).toBe(true)
    expect(values.at(-1)).toBe(1)
  })
})
