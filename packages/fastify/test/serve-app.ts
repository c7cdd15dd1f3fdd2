import { sendTo, type Listening } from '@secure-uploading/contract/node'
import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'

/** Starts an app on a free port of this machine. */
export async function serveApp(app: FastifyInstance): Promise<Listening> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  return { port, send: (request) => sendTo(port, request), close: () => app.close() }
}
