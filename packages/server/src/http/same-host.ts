/**
 * Returns whether a serialized origin has the host and port of a Host header. Schemes are not compared, because a proxy may
 * have ended TLS; the default port of the origin's scheme may be present or absent.
 */
export function isSameHost(origin: string, host: string): boolean {
  const page = parseWebUrl(origin)
  if (page?.origin !== origin) return false
  return parseHost(page.protocol, host)?.host === page.host
}

/** Returns whether a serialized origin has the host name of a Host header, but another port. */
export function differsInPort(origin: string, host: string): boolean {
  const page = parseWebUrl(origin)
  if (page?.origin !== origin) return false
  const requested = parseHost(page.protocol, host)
  return requested?.hostname === page.hostname && requested.port !== page.port
}

function parseHost(protocol: string, host: string): URL | undefined {
  return /^[^\s/?#@\\]+$/.test(host) ? parseWebUrl(`${protocol}//${host}`) : undefined
}

function parseWebUrl(text: string): URL | undefined {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined
  return new URL(text)
}
