import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import { onTestFinished } from 'vitest'

/**
 * Starts an Express app on a free port until the test ends.
 *
 * @returns the URL of its token endpoint
 */
export async function startApp(describe: (app: Express) => void): Promise<URL> {
  const app = express()
  describe(app)
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/upload-token`)
}
