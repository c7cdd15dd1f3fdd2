import { createServer, request as sendRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { TestServer } from '../adapter.js'

/** An endpoint that listens on a port of this machine. */
export interface Listening extends TestServer {
  port: number
}

/** A request listener of Node. Its result is ignored, so it may be async. */
type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

/** Serves a Node listener on a free port. Requests are sent with every header unchanged, unlike with `fetch`. */
export async function serveListener(listener: Listener): Promise<Listening> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    send: (request) => sendTo(port, request),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

/** Sends a web-standard request to a port of this machine. */
export async function sendTo(port: number, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const body = new Uint8Array(await request.arrayBuffer())
  return new Promise((resolve, reject) => {
    const sent = sendRequest(
      {
        host: '127.0.0.1',
        port,
        method: request.method,
        path: pathname + search,
        headers: Object.fromEntries(request.headers),
      },
      (received) => {
        const headers = new Headers()
        for (const [name, values = []] of Object.entries(received.headersDistinct)) {
          for (const value of values) headers.append(name, value)
        }
        const status = received.statusCode ?? 0
        text(received).then((body) => {
          resolve(new Response(body === '' ? null : body, { status, headers }))
        }, reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
