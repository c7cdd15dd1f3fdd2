import type { RequestListener } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** Serves a function of web-standard `Request` and `Response` with Node. */
export function listenerOf(handle: (request: Request) => Promise<Response>): RequestListener {
  return (incoming, outgoing) => {
    void (async () => {
      const bytes = await buffer(incoming)
      const { method = 'GET', headers, url = '/' } = incoming
      const request = new Request(new URL(url, `http://${headers.host ?? ''}`), {
        method,
        headers: Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string]),
        ...(bytes.byteLength === 0 ? {} : { body: new Uint8Array(bytes) }),
      })
      const response = await handle(request)
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      outgoing.end(await response.text())
    })()
  }
}
