/**
 * Tells whether a serialised origin has the host and port of a Host header. Schemes are not compared, for a proxy may
 * have ended TLS; a port that is the origin's default may be written or left out.
 */
export function isSameHost(origin: string, host: string): boolean {
  const own = webUrl(origin)
  if (own?.origin !== origin) return false
  if (!/^[^\s/?#@\\]+$/.test(host)) return false
  return webUrl(`${own.protocol}//${host}`)?.host === own.host
}

function webUrl(text: string): URL | undefined {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined
  return new URL(text)
}
