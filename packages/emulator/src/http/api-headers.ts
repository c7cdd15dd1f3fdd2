import type { Emulation } from '../emulation.js'

const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Credentials': 'true',
  // "*" does not cover Authorization, so every name is listed.
  'Access-Control-Allow-Headers':
    'DNT, X-UC-User-Agent, X-PINGOTHER, X-UC-Trace-Id, X-Requested-With, Authorization, Content-Type, Accept, Range',
  'Access-Control-Expose-Headers': 'Warning, Retry-After',
  'X-Content-Type-Options': 'nosniff',
  'X-XSS-Protection': '1; mode=block',
  Vary: 'Accept-Encoding, Origin',
}

/** The methods of paths without an endpoint. */
const ANY_METHOD = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT'

/** Adds the headers that the Upload API sends with every response, CORS among them. Every origin is allowed. */
export function withApiHeaders(
  response: Response,
  { maxAgeSeconds }: Pick<Emulation, 'maxAgeSeconds'>,
  allowMethods = ANY_METHOD,
): Response {
  const { headers } = response
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value)
  headers.set('Access-Control-Allow-Methods', allowMethods)
  headers.set('Access-Control-Max-Age', String(maxAgeSeconds))
  headers.set('X-Uploadcare-Request-Id', crypto.randomUUID())
  return response
}
