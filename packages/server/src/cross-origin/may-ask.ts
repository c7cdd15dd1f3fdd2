import type { EndpointRequest } from '../create-token-endpoint.js'
import { isSameHost } from './is-same-host.js'

/**
 * Tells whether the page that sent a request may ask for a token, so that no foreign site can ask with the cookies of
 * its visitor. Whoever is not a browser passes: `authorize` decides about them.
 *
 * The address of the request is never looked at: behind a proxy it is wrong.
 */
export function mayAsk(
  request: EndpointRequest,
  allowedOrigin: string | undefined,
  trustProxy: boolean,
): boolean {
  if (allowedOrigin !== undefined) return true

  // Sent by every browser since 2023 on https and localhost; no script can set it.
  const site = request.header('sec-fetch-site') ?? undefined
  if (site !== undefined) return site === 'same-origin' || site === 'none'

  const origin = request.header('origin') ?? undefined
  return origin === undefined || isSameHost(origin, askedHost(request, trustProxy))
}

function askedHost(request: EndpointRequest, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.header('x-forwarded-host')?.split(',')[0]?.trim() : undefined
  // A proxy may send it empty, as one does that passes on a variable without a value.
  const isForwarded = forwarded !== undefined && forwarded !== ''
  return isForwarded ? forwarded : (request.header('host') ?? '')
}
