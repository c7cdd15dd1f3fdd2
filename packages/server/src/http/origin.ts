import type { EndpointRequest } from './endpoint-request.js'
import { headerValues } from './header-values.js'
import { hintForOrigin } from './origin-hint.js'
import { isSameHost } from './same-host.js'

/** Which pages may send requests. */
export interface OriginSettings {
  allowedOrigins: readonly string[]
  trustProxy: boolean
}

/** Why a request was refused by its origin. */
export interface OriginRefusal {
  origin: string | undefined
  /** The host that the origin was compared with. */
  host: string
  /** What to do. */
  hint: string
}

/** Returns the origin of the page that sent a request if the app allows it explicitly. */
export function findAllowedOrigin(
  request: EndpointRequest,
  allowedOrigins: readonly string[],
): string | undefined {
  if (allowedOrigins.length === 0) return undefined
  const [origin, ...others] = headerValues(request, 'origin')
  return origin !== undefined && others.length === 0 && allowedOrigins.includes(origin) ? origin : undefined
}

/**
 * Checks whether the page that sent a request may use the endpoint, so that no other site can use it with the cookies of
 * its visitors. Requests that no page sent are allowed: `authorize` decides about them.
 *
 * The URL of the request is never read, because it is wrong behind a proxy.
 *
 * @returns `undefined` when the request is allowed.
 */
export function checkOrigin(request: EndpointRequest, settings: OriginSettings): OriginRefusal | undefined {
  const { allowedOrigins, trustProxy } = settings
  const origins = headerValues(request, 'origin')
  const sites = headerValues(request, 'sec-fetch-site')
  const hosts = headerValues(request, 'host')
  const [origin] = origins
  const [site] = sites

  const isAmbiguous = origins.length > 1 || sites.length > 1 || hosts.length > 1
  if (!isAmbiguous) {
    if (origin !== undefined && allowedOrigins.includes(origin)) return undefined
    // Every browser has sent it since 2023 on https and localhost, and no script can set it.
    if (site === 'same-origin' || site === 'none') return undefined
    if (site === undefined && origin === undefined) return undefined
  }
  const forwarded = forwardedHost(request)
  const host = trustProxy && forwarded !== undefined ? forwarded : hosts.join(', ')
  if (!isAmbiguous && site === undefined && origin !== undefined && isSameHost(origin, host)) return undefined
  return {
    origin: origin === undefined ? undefined : origins.join(', '),
    host,
    hint: hintForOrigin({ isAmbiguous, origin, host, forwarded, trustProxy }),
  }
}

function forwardedHost(request: EndpointRequest): string | undefined {
  const forwarded = request.header('x-forwarded-host')?.split(',')[0]?.trim()
  // Some proxies send the header without a value.
  return forwarded === '' ? undefined : forwarded
}
