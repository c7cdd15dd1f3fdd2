import { Hono, type Context } from 'hono'
import { createControlApp, type Controlled } from '../control/http/create-control-app.js'
import { isConnectionDropped } from '../control/state/connection-dropped-error.js'
import { baseUrlOf } from '../emulation.js'
import { ENDPOINTS } from '../endpoints/endpoints.js'
import { errorResponse } from '../errors/error-response.js'
import { apiError } from '../errors/upload-api-error.js'
import { REST_ENDPOINTS } from '../rest/rest-endpoints.js'
import { withApiHeaders } from './api-headers.js'
import type { Endpoint, Exchange } from './exchange.js'
import { createRequestBody } from './request-body.js'
import { runExchange } from './run-exchange.js'
import type { ServerBindings } from './server-bindings.js'

const ENDPOINT_PATHS = new Set(ENDPOINTS.map(({ path }) => path))

/** Routes requests to the endpoints and adds the API's headers to every response. */
export function createApp(emulation: Controlled): Hono<{ Bindings: ServerBindings }> {
  const app = new Hono<{ Bindings: ServerBindings }>({
    getPath: ({ url }, options) => {
      const baseUrl = emulation.publicUrl ?? options?.env?.baseUrl
      return endpointPath(pathBelow(baseUrl, new URL(url).pathname))
    },
  })
  app.get('/', (context) => withApiHeaders(context.redirect('/_emulator/'), emulation))
  app.get('/_emulator', (context) => context.redirect('/_emulator/'))
  app.route('/_emulator/', createControlApp(emulation))
  for (const endpoint of REST_ENDPOINTS) {
    app.all(endpoint.path, async (context) => runExchange(endpoint, incomingOf(context, emulation)))
  }
  for (const endpoint of ENDPOINTS) {
    app.all(endpoint.path, async (context) => {
      const { raw, method, path } = context.req
      if (method === 'OPTIONS') return withApiHeaders(preflight(), emulation, endpoint.allowMethods)
      if (!isAllowed(endpoint, method)) {
        const refusal = errorResponse(apiError('MethodNotAllowedError', method, path), raw)
        return withApiHeaders(refusal, emulation, endpoint.allowMethods)
      }
      const response = await runExchange(endpoint, incomingOf(context, emulation))
      return withApiHeaders(response, emulation, endpoint.allowMethods)
    })
  }

  app.notFound(({ req }) =>
    withApiHeaders(
      req.method === 'OPTIONS' ? preflight() : new Response('Not found.', { status: 404 }),
      emulation,
    ),
  )
  app.onError((error) => {
    if (isConnectionDropped(error) || error.name === 'AbortError') throw error
    console.error(error)
    return withApiHeaders(new Response('The emulator failed.', { status: 500 }), emulation)
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
    path: req.path,
    baseUrl: baseUrlOf(emulation, req.raw, env),
    params: req.param(),
    emulation,
    body: createRequestBody(req.raw, env.chunks),
    bindings: env,
  }
}

/** Returns the path of a request below the base URL, which may have a path itself. */
function pathBelow(baseUrl: string | undefined, pathname: string): string {
  if (baseUrl === undefined) return pathname
  const prefix = new URL(baseUrl).pathname.replace(/\/$/, '')
  return prefix !== '' && pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname
}

/**
 * Returns the documented path of an API request. Like Uploadcare, accepts doubled slashes (`/group//`, pyuploadcare),
 * encoded slashes (`/%2Finfo%2F`, Android) and a missing final slash (`/info`, Swift). Other paths are returned
 * unchanged.
 */
function endpointPath(pathname: string): string {
  const path = `${pathname.replace(/%2f/gi, '/')}/`.replace(/\/{2,}/g, '/')
  return ENDPOINT_PATHS.has(path) ? path : pathname
}

function preflight(): Response {
  return new Response(null, { status: 204 })
}

function isAllowed({ methods, allowMethods }: Endpoint, method: string): boolean {
  if (method === 'HEAD') return methods.includes('GET') && allowMethods.includes('HEAD')
  return methods.some((allowed) => allowed === method)
}
