import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SlowProcessing {
  url: string
  /** How often it was asked about a file. */
  asked: () => number
  close: () => Promise<void>
}

/** Stands before the Upload API and says of each file, so many times, that it is not ready yet. */
export async function startSlowProcessing(apiUrl: string, times: number): Promise<SlowProcessing> {
  let asked = 0
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
      const isSlow = pathname === '/info/' && ++asked <= times
      response.setHeader('content-type', answer.headers.get('content-type') ?? '')
      response.end(isSlow ? body.replace('"is_ready":true', '"is_ready":false') : body)
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked: () => asked,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
