/**
 * Returns whether a serialized origin has the host and port of a Host header. Schemes are not compared, because a proxy may
 * have ended TLS; the default port of the origin's scheme may be present or absent.
 */
export function isSameHost(origin: string, host: string): boolean {
  const page = parseWebUrl(origin)
  if (page?.origin !== origin) return false
  if (!/^[^\s/?#@\\]+$/.test(host)) return false
  return parseWebUrl(`${page.protocol}//${host}`)?.host === page.host
}

function parseWebUrl(text: string): URL | undefined {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined
  return new URL(text)
}
