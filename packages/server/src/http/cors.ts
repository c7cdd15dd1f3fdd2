import type { EndpointRequest } from './endpoint-request.js'

// Chromium caches a preflight for two hours at most.
const PREFLIGHT_MAX_AGE_SECONDS = '7200'

const HEADER_NAME = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/

/** Adds the headers that let a page of an allowed origin read the answer; only `Vary` for any other request. */
export function addCorsHeaders(
  headers: Record<string, string>,
  request: EndpointRequest,
  allowedOrigin: string | undefined,
): void {
  headers['Vary'] = 'Origin'
  if (allowedOrigin === undefined) return

  headers['Access-Control-Allow-Origin'] = allowedOrigin
  headers['Access-Control-Allow-Credentials'] = 'true'
  headers['Access-Control-Expose-Headers'] = 'Retry-After, Date'
  if (request.method !== 'OPTIONS') return

  headers['Access-Control-Allow-Methods'] = 'POST'
  headers['Access-Control-Max-Age'] = PREFLIGHT_MAX_AGE_SECONDS
  const names = headerNames(request.header('access-control-request-headers') ?? '')
  if (names !== '') headers['Access-Control-Allow-Headers'] = names
}

function headerNames(list: string): string {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => HEADER_NAME.test(name))
    .join(', ')
}
