import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Listening {
  url: string
  /** Stops at once: connections that are still open are cut. */
  close: () => Promise<void>
}

/** Serves on this machine alone, and rejects when the port is taken. */
export async function listen(app: RequestListener, port: number): Promise<Listening> {
  const server = createServer(app)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: takenPort } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${takenPort}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
