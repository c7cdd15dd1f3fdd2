import { getRequestListener } from '@hono/node-server'
import { listen as listenOnPort, type Listening } from '@secure-uploading/demo-kit'
import type { Hono } from 'hono'

/**
 * Serves an app on localhost.
 *
 * @param port `0` for a free one
 * @throws {StartUpError} when the port is in use
 */
export function listen(app: Hono, port: number): Promise<Listening> {
  const respond = getRequestListener(app.fetch)
  return listenOnPort((request, response) => void respond(request, response), port)
}
