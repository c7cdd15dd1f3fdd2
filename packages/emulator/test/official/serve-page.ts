import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Serves a page and its scripts from a separate origin, so that every upload is cross-origin. */
export async function servePage(
  html: string,
  scripts: Readonly<Record<string, string>>,
): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const script = scripts[request.url?.slice(1) ?? '']
    response.writeHead(200, {
      'Content-Type': script === undefined ? 'text/html; charset=utf-8' : 'text/javascript',
    })
    response.end(script ?? html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
