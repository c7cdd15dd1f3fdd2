import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

export interface Listening {
  url: string
  /** Stops at once: connections that are still open are cut. */
  close: () => Promise<void>
}

/** Serves on this machine alone, and rejects when the port is taken. */
export function listen(app: Hono, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (info) => {
      resolve({
        url: `http://127.0.0.1:${info.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => {
              closed()
            })
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
    server.once('error', reject)
  })
}
