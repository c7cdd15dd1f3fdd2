import type { EndpointRequest } from './endpoint-request.js'

/** Which pages may send requests. */
export interface OriginSettings {
  allowedOrigins: readonly string[]
  trustProxy: boolean
}

/** Returns the origin of the page that sent a request if the app allows it explicitly. */
export function findAllowedOrigin(
  request: EndpointRequest,
  allowedOrigins: readonly string[],
): string | undefined {
  const origin = request.header('origin') ?? undefined
  return origin !== undefined && allowedOrigins.includes(origin) ? origin : undefined
}

/**
 * Returns whether the page that sent a request may use the endpoint, so that no other site can use it with the cookies of
 * its visitors. Requests that no page sent are allowed: `authorize` decides about them.
 *
 * The URL of the request is never read, because it is wrong behind a proxy.
 */
export function isRequestAllowed(
  request: EndpointRequest,
  { allowedOrigins, trustProxy }: OriginSettings,
): boolean {
  if (findAllowedOrigin(request, allowedOrigins) !== undefined) return true

  // Every browser has sent it since 2023 on https and localhost, and no script can set it.
  const site = request.header('sec-fetch-site') ?? undefined
  if (site !== undefined) return site === 'same-origin' || site === 'none'

  const origin = request.header('origin') ?? undefined
  return origin === undefined || isSameHost(origin, requestedHost(request, trustProxy))
}

function requestedHost(request: EndpointRequest, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.header('x-forwarded-host')?.split(',')[0]?.trim() : undefined
  // Some proxies send the header without a value.
  const isForwarded = forwarded !== undefined && forwarded !== ''
  return isForwarded ? forwarded : (request.header('host') ?? '')
}

/**
 * Returns whether a serialized origin has the host and port of a Host header. Schemes are not compared, because a proxy may
 * have ended TLS; the default port of the origin's scheme may be present or absent.
 */
function isSameHost(origin: string, host: string): boolean {
  const page = parseWebUrl(origin)
  if (page?.origin !== origin) return false
  if (!/^[^\s/?#@\\]+$/.test(host)) return false
  return parseWebUrl(`${page.protocol}//${host}`)?.host === page.host
}

function parseWebUrl(text: string): URL | undefined {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined
  return new URL(text)
}
