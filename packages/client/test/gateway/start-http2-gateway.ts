import { once } from 'node:events'
import http2, { type ServerHttp2Stream } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { generate } from 'selfsigned'

/** Fails a request instead of the emulator. */
export type Http2Effect = (stream: ServerHttp2Stream) => void

/** A proxy over HTTP/2 in front of the emulator. Its certificate is self-signed. */
export interface Http2Gateway {
  readonly url: string
  /** The number of requests to a path, without preflights. */
  count(path: string): number
  /** Fails the next requests to a path. After them, the emulator answers. */
  failNext(path: string, effect: Http2Effect, times?: number): void
  reset(): void
  close(): Promise<void>
}

const WINDOW_BYTES = 1024 * 1024 * 1024

const nameOf = (path: string): string => (path.startsWith('/_parts/') ? 'part' : path.replace(/^\/|\/$/g, ''))

export async function startHttp2Gateway(apiUrl: string): Promise<Http2Gateway> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keySize: 2048,
  })
  const requests: string[] = []
  const sessions = new Set<http2.ServerHttp2Session>()
  let planned: { path: string; effect: Http2Effect; times: number }[] = []
  let url = ''

  async function answer(stream: ServerHttp2Stream, given: http2.IncomingHttpHeaders): Promise<void> {
    const { ':method': method = 'GET', ':path': address = '/', ...headers } = given
    const path = nameOf(new URL(address, apiUrl).pathname)
    if (method !== 'OPTIONS' && method !== 'HEAD') {
      requests.push(path)
      const plan = planned.find((one) => one.path === path && one.times > 0)
      if (plan) {
        plan.times--
        plan.effect(stream)
        return
      }
    }
    const body = await buffer(stream)
    const response = await fetch(apiUrl + address, {
      method,
      headers: Object.fromEntries(
        Object.entries(headers).filter(([name]) => !/^(:.*|host|content-length)$/.test(name)),
      ) as Record<string, string>,
      ...(body.length > 0 && { body }),
    })
    // Part addresses must lead through the gateway.
    const text = (await response.text()).replaceAll(apiUrl, url)
    const passed = [...response.headers].filter(
      ([name]) => !/^(connection|keep-alive|transfer-encoding|content-(length|encoding))$/.test(name),
    )
    stream.respond({ ':status': response.status, ...Object.fromEntries(passed) })
    stream.end(text)
  }

  const server = http2.createSecureServer({ key, cert })
  server.on('session', (session) => {
    sessions.add(session)
    // The unread bytes of failed requests count, and a full window would hold up every later upload of the connection.
    session.setLocalWindowSize(WINDOW_BYTES)
    // Chromium may close a connection that failed.
    session.on('error', () => undefined).on('close', () => sessions.delete(session))
  })
  server.on('stream', (stream, headers) => {
    stream.on('error', () => undefined)
    answer(stream, headers).catch(() => {
      stream.close(http2.constants.NGHTTP2_INTERNAL_ERROR)
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  url = `https://127.0.0.1:${String((server.address() as AddressInfo).port)}`

  return {
    url,
    count: (path) => requests.filter((one) => one === path).length,
    failNext(path, effect, times = 1) {
      planned.push({ path, effect, times })
    },
    reset() {
      requests.length = 0
      planned = []
    },
    async close() {
      for (const session of sessions) session.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
