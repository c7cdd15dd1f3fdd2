import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono, type Context } from 'hono'
import { httpEvent } from './http-event.js'
import { httpResponse } from './http-response.js'
import type { Claims, JwtAuthorizer } from './jwt-authorizer.js'

export interface GatewayOptions {
  /** Runs the function with an event and returns its result, both as JSON. */
  invoke: (event: string) => Promise<string>
  authorizer: JwtAuthorizer
  /** Further paths, which have no authorizer: `ANY` routes of the function. */
  openPaths?: readonly string[]
}

/**
 * Creates the HTTP API of `template.yaml`: the token endpoint behind the JWT authorizer. Preflights are passed to the
 * function, which allows the same origins; AWS answers them at the gateway.
 */
export function createGateway({ invoke, authorizer, openPaths = [] }: GatewayOptions): Hono {
  const app = new Hono()

  app.post('/api/upload-token', async (c) => {
    const claims = await authorizer(c.req.raw)
    if (claims) return pass(c, 'POST /api/upload-token', claims)
    return c.json({ message: 'Unauthorized' }, 401, { 'www-authenticate': 'Bearer' })
  })
  app.options('/api/upload-token', (c) => pass(c, 'OPTIONS /api/upload-token'))
  for (const path of openPaths) app.all(path, (c) => pass(c, `ANY ${path}`))
  app.all('/api/*', (c) => c.json({ message: 'Not Found' }, 404))

  async function pass(c: Context, routeKey: string, claims?: Claims): Promise<Response> {
    const event = await httpEvent(c.req.raw, {
      routeKey,
      requestId: randomUUID(),
      sourceIp: getConnInfo(c).remote.address ?? '',
      timeEpochMs: Date.now(),
      ...(claims && { claims }),
    })
    try {
      return httpResponse(await invoke(JSON.stringify(event)))
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      return c.json({ message: 'Internal Server Error' }, 500)
    }
  }
  return app
}
