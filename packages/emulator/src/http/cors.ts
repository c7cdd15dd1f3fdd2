const CORS_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT',
  // "*" does not cover Authorization, so every name is listed.
  'Access-Control-Allow-Headers':
    'X-PINGOTHER, X-UC-User-Agent, X-UC-Trace-Id, X-Requested-With, Authorization, Content-Type, Accept, Range',
  'Access-Control-Expose-Headers': 'Warning, Retry-After',
}

/** Adds the CORS headers of the Upload API to a response. Every origin is allowed. */
export function withCors(response: Response): Response {
  for (const [name, value] of Object.entries(CORS_HEADERS)) response.headers.set(name, value)
  return response
}

/** Creates the response to a preflight request. */
export function preflightResponse(): Response {
  return withCors(new Response(null, { status: 204, headers: { 'Access-Control-Max-Age': '600' } }))
}
