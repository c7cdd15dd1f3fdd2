const CORS_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT',
  // Browsers do not let "*" stand for Authorization, so every name is spelled out.
  'Access-Control-Allow-Headers':
    'X-PINGOTHER, X-UC-User-Agent, X-UC-Trace-Id, X-Requested-With, Authorization, Content-Type, Accept, Range',
  'Access-Control-Expose-Headers': 'Warning, Retry-After',
}

/** Puts the CORS headers of the Upload API on an answer. Any origin may upload: the credential decides. */
export function withCors(response: Response): Response {
  for (const [name, value] of Object.entries(CORS_HEADERS)) response.headers.set(name, value)
  return response
}

/** Answers a preflight. */
export function preflightResponse(): Response {
  return withCors(new Response(null, { status: 204, headers: { 'Access-Control-Max-Age': '600' } }))
}
