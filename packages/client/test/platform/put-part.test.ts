import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { ComputableProgressInfo } from '@uploadcare/upload-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { putPart } from '../../src/platform/put-part.js'
import { putByXhr } from '../../src/upload/put-by-xhr.js'

interface Received {
  path: string
  headers: IncomingMessage['headers']
  body: Buffer
}

const part = Buffer.alloc(1_000_000, 'part')
const received: Received[] = []
const { signal } = new AbortController()
let server: Server
let origin: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = '', headers } = request
    void buffer(request).then((body) => {
      received.push({ path: url, headers, body })
      const [, status, location] = /^\/(\d+)(?:\/(\w+))?/.exec(url) ?? []
      response
        .writeHead(Number(status ?? 200), location === undefined ? {} : { location: `/${location}` })
        .end()
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
})
beforeEach(() => {
  received.length = 0
})
afterEach(() => vi.unstubAllGlobals())
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('putPart in Node', () => {
  it('sends the whole part with its size, because S3 refuses a body of unknown size', async () => {
    await putPart(part, `${origin}/stored`, { signal, contentType: 'video/mp4' })
    expect(received).toHaveLength(1)
    expect(received[0]?.body.equals(part)).toBe(true)
    expect(received[0]?.headers).toMatchObject({ 'content-length': '1000000', 'content-type': 'video/mp4' })
    expect(received[0]?.headers).not.toHaveProperty('transfer-encoding')
  })

  it.each([301, 302, 307, 308])(
    'sends the whole part again to the target of a %i redirect',
    async (status) => {
      await putPart(part, `${origin}/${String(status)}/stored`, { signal })
      expect(received.at(-1)?.path).toBe('/stored')
      expect(received.at(-1)?.body.equals(part)).toBe(true)
      expect(received.at(-1)?.headers).toMatchObject({ 'content-length': '1000000' })
    },
  )

  it('reports as progress the bytes that the system has taken, in steps of 64 KiB', async () => {
    const values: number[] = []
    const onProgress = ({ value }: ComputableProgressInfo): number => values.push(value)
    await putPart(part, `${origin}/stored`, { signal, onProgress })
    const steps = Math.ceil(part.length / 65_536)
    expect(values).toEqual([
      ...Array.from({ length: steps }, (_, index) => (index * 65_536) / part.length),
      1,
    ])
  })

  it('reports the progress 0 before it sends a part to the target of a redirect, which reports none', async () => {
    const values: number[] = []
    const onProgress = ({ value }: ComputableProgressInfo): number => values.push(value)
    await putPart(part, `${origin}/307/stored`, { signal, onProgress })
    expect(received.at(-1)?.path).toBe('/stored')
    expect(values.at(-1)).toBe(0)
  })

  it('reports the status of a redirect without a target', async () => {
    await expect(putPart(part, `${origin}/307`, { signal })).rejects.toMatchObject({
      answer: { status: 307 },
    })
  })

  it('gives fetch the bytes of the part without a copy', async () => {
    let sent: Uint8Array | undefined
    vi.stubGlobal('fetch', async (_: string, { body }: { body: ReadableStream<Uint8Array> }) => {
      sent = (await body.getReader().read()).value
      return new Response()
    })
    await putPart(part, origin, { signal })
    expect(sent?.buffer).toBe(part.buffer)
  })

  it('gives the bytes to a fetch that is not that of Node, which may send a stream without its size', async () => {
    const bodies: unknown[] = []
    vi.stubGlobal('fetch', (_: string, { body }: { body: unknown }) => {
      bodies.push(body)
      return Promise.resolve(new Response())
    })
    vi.stubGlobal('process', { versions: { node: '20.0.0', bun: '1.0.0' } })
    await putPart(part, origin, { signal })
    vi.unstubAllGlobals()
    expect(bodies).toHaveLength(1)
    expect(bodies[0]).toBe(part)
  })

  it('ends within a second when the signal aborts while the part is sent', async () => {
    const aborter = new AbortController()
    const startedMs = performance.now()
    const sending = putPart(part, `${origin}/stored`, { signal: aborter.signal })
    aborter.abort()
    await expect(sending).rejects.toThrow('Network error')
    expect(performance.now() - startedMs).toBeLessThan(1000)
  })
})

describe('putByXhr', () => {
  it('sends nothing when the upload was aborted before its turn', async () => {
    const sent = vi.fn()
    class Xhr {
      upload = {}
      open = (): void => undefined
      setRequestHeader = (): void => undefined
      send = sent
    }
    vi.stubGlobal('XMLHttpRequest', Xhr)
    const aborted = AbortSignal.abort('signed out')
    await expect(putByXhr(new Blob(['part']), origin, { signal: aborted })).rejects.toBe('signed out')
    expect(sent).not.toHaveBeenCalled()
  })
})
