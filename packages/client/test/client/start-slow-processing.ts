import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SlowProcessing {
  url: string
  /** The number of requests for file info. */
  infoRequests: () => number
  close: () => Promise<void>
}

/** Proxies the Upload API, and reports a file as not ready `times` times. */
export async function startSlowProcessing(apiUrl: string, times: number): Promise<SlowProcessing> {
  let infoRequests = 0
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname, search } = new URL(request.url ?? '/', apiUrl)
      const chunks = await request.toArray()
      const answer = await fetch(`${apiUrl}${pathname}${search}`, {
        method: request.method ?? 'GET',
        headers: { 'content-type': request.headers['content-type'] ?? '' },
        ...(request.method === 'POST' && { body: Buffer.concat(chunks as Buffer[]) }),
      })
      const body = await answer.text()
      const isSlow = pathname === '/info/' && ++infoRequests <= times
      response.setHeader('content-type', answer.headers.get('content-type') ?? '')
      response.end(isSlow ? body.replace('"is_ready":true', '"is_ready":false') : body)
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    infoRequests: () => infoRequests,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
