import { getRequestListener } from '@hono/node-server'
import { listen as listenOnPort, type Listening } from '@secure-uploading/demo-kit'
import type { Hono } from 'hono'

/**
 * Serves on this machine alone.
 *
 * @throws {StartUpError} when the port is taken.
 */
export function listen(app: Hono, port: number): Promise<Listening> {
  const answer = getRequestListener(app.fetch)
  return listenOnPort((request, response) => void answer(request, response), port)
}
