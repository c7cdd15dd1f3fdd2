import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono, type Context } from 'hono'
import { httpEvent } from './http-event.js'
import { httpResponse } from './http-response.js'
import type { Claims, JwtAuthorizer } from './jwt-authorizer.js'

export interface GatewayOptions {
  /** Invokes the function with an event and returns its result, both as JSON. */
  invoke: (event: string) => Promise<string>
  authorizer: JwtAuthorizer
}

/**
 * Creates a local version of the HTTP API of `template.yaml`: the token endpoint behind a JWT authorizer. On AWS, API Gateway
 * answers preflight requests; here they reach the function, which allows the same origins.
 */
export function createGateway({ invoke, authorizer }: GatewayOptions): Hono {
  const app = new Hono()

  app.post('/api/upload-token', async (c) => {
    const claims = await authorizer(c.req.raw)
    if (claims) return forward(c, 'POST /api/upload-token', claims)
    return c.json({ message: 'Unauthorized' }, 401, { 'www-authenticate': 'Bearer' })
  })
  app.options('/api/upload-token', (c) => forward(c, 'OPTIONS /api/upload-token'))
  app.all('/api/*', (c) => c.json({ message: 'Not Found' }, 404))

  async function forward(c: Context, routeKey: string, claims?: Claims): Promise<Response> {
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
