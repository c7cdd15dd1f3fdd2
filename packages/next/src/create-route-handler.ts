import { createWebHandler, type Endpoint, type HandlerRequest } from '@secure-uploading/server/adapter'
import type { NextRequest } from 'next/server.js'

/**
 * A handler that a `route.ts` exports. Its parameter is the web-standard `Request`, because a monorepo may have another copy
 * of Next than this package, and the classes of two copies have incompatible types.
 */
export type RouteHandler<Context> = (request: Request, context: Context) => Promise<Response>

/** Creates a handler that a `route.ts` exports. Next calls it with a `NextRequest`. */
export function createRouteHandler<Context>(
  endpoint: Endpoint<HandlerRequest, [request: NextRequest, context: Context]>,
): RouteHandler<Context> {
  const handle = createWebHandler(endpoint)
  return async (request, context) => {
    assertNextRequest(request)
    return handle(request, context)
  }
}

function assertNextRequest(request: Request): asserts request is NextRequest {
  if ('nextUrl' in request && 'cookies' in request) return
  throw new TypeError(
    'The handler of a route needs a NextRequest. Export it from route.ts, so that Next calls it',
  )
}
