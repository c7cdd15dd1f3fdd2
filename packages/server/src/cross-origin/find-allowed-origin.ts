import type { EndpointRequest } from '../create-token-endpoint.js'

/** Gives the origin of the page that sent a request, when it is one of those that the app allows. */
export function findAllowedOrigin(
  request: EndpointRequest,
  allowedOrigins: readonly string[],
): string | undefined {
  const origin = request.header('origin') ?? undefined
  return origin !== undefined && allowedOrigins.includes(origin) ? origin : undefined
}
