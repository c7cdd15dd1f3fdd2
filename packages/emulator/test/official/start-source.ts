import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Starts a source for `/from_url/` that serves four bytes for every path. */
export async function startSource(): Promise<{ url: string; close: () => void }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end('meow')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/cat.txt`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
