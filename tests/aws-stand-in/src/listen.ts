import { getRequestListener } from '@hono/node-server'
import { listen as listenOnPort, type Listening } from '@secure-uploading/demo-kit'
import type { Hono } from 'hono'

/**
 * Starts a server on 127.0.0.1.
 *
 * @throws {StartUpError} when the port is in use.
 */
export function listen(app: Hono, port: number): Promise<Listening> {
  const listener = getRequestListener(app.fetch)
  return listenOnPort((request, response) => void listener(request, response), port)
}
