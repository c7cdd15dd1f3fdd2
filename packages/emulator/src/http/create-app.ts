import { Hono, type Context } from 'hono'
import { isConnectionDropped } from '../control/state/connection-dropped-error.js'
import { createControlApp, type Controlled } from '../control/http/create-control-app.js'
import { baseUrlOf } from '../emulation.js'
import { ENDPOINTS } from '../endpoints/endpoints.js'
import { preflightResponse, withCors } from './cors.js'
import { errorResponse } from '../errors/error-response.js'
import { REST_ENDPOINTS } from '../rest/rest-endpoints.js'
import type { Exchange } from './exchange.js'
import { createRequestBody } from './request-body.js'
import { runExchange } from './run-exchange.js'
import type { ServerBindings } from './server-bindings.js'
import { apiError } from '../errors/upload-api-error.js'

/** Routes requests to the endpoints and adds CORS headers to every response. */
export function createApp(emulation: Controlled): Hono<{ Bindings: ServerBindings }> {
  const app = new Hono<{ Bindings: ServerBindings }>()
  app.get('/_emulator', (context) => context.redirect('/_emulator/'))
  app.route('/_emulator/', createControlApp(emulation))
  for (const endpoint of REST_ENDPOINTS) {
    app.all(endpoint.path, async (context) => runExchange(endpoint, incomingOf(context, emulation)))
  }
  app.use(async (context, next) => {
    if (context.req.method === 'OPTIONS') return preflightResponse()
    await next()
    context.res = withCors(context.res)
    return undefined
  })

  for (const endpoint of ENDPOINTS) {
    app.on(endpoint.method, endpoint.path, async (context) =>
      runExchange(endpoint, incomingOf(context, emulation)),
    )
    app.all(endpoint.path, ({ req }) =>
      errorResponse(apiError('MethodNotAllowedError', req.method, req.path), new URL(req.url)),
    )
  }

  app.notFound(() => withCors(new Response('Not found.', { status: 404 })))
  app.onError((error) => {
    if (isConnectionDropped(error) || error.name === 'AbortError') throw error
    console.error(error)
    return withCors(new Response('The emulator failed.', { status: 500 }))
  })
  return app
}

function incomingOf(
  { req, env }: Context<{ Bindings: ServerBindings }>,
  emulation: Controlled,
): Omit<Exchange, 'entry' | 'refusal'> {
  return {
    request: req.raw,
    url: new URL(req.url),
    baseUrl: baseUrlOf(emulation, req.raw, env),
    params: req.param(),
    emulation,
    body: createRequestBody(req.raw, env.chunks),
    ...(env.cutAnswer && { cutAnswer: env.cutAnswer }),
  }
}
