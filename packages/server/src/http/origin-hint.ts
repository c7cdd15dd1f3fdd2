import { isSerializedOrigin } from '../options/allowed-origins.js'
import { toPrintable } from './printable.js'
import { differsInPort, isSameHost } from './same-host.js'

/** The values that decided about a request. */
interface OriginFacts {
  /** Whether Origin, Sec-Fetch-Site or Host has several different values. */
  isAmbiguous: boolean
  origin: string | undefined
  /** `Sec-Fetch-Site`. */
  site: string | undefined
  /** The host that the origin was compared with. */
  host: string
  /** The first `X-Forwarded-Host`, trusted or not. */
  forwarded: string | undefined
  trustProxy: boolean
}

/** Says why a request was refused by its origin, and which option allows it. */
export function hintForOrigin({
  isAmbiguous,
  origin,
  site,
  host,
  forwarded,
  trustProxy,
}: OriginFacts): string {
  if (isAmbiguous) {
    return 'The request has several different values of Origin, Sec-Fetch-Site or Host. Send and forward each header once.'
  }
  if (origin === undefined) {
    return 'The browser sent the request from another site without Origin. Request tokens with fetch and POST.'
  }
  if (origin === 'null') {
    return 'The page has no origin, like a sandboxed frame or a local file, and cannot be allowed. Serve it from the app.'
  }
  const page = `"${toPrintable(origin)}"`
  if (!isSerializedOrigin(origin)) return `The origin ${page} is invalid, so it cannot be allowed.`
  const allow = `add ${page} to "allowedOrigins"`
  if (site !== undefined) return `The page is on another origin. To allow it, ${allow}.`
  if (!trustProxy && forwarded !== undefined && isSameHost(origin, forwarded)) {
    return `The host is "${toPrintable(host)}", but X-Forwarded-Host matches the origin. Set "trustProxy" to true if your proxy sets that header, or ${allow}.`
  }
  if (differsInPort(origin, host)) {
    const remedy = trustProxy
      ? 'Let the proxy send the port in X-Forwarded-Host'
      : 'Forward the Host header with its port'
    return `The origin ${page} has another port than the host "${toPrintable(host)}". ${remedy}, or ${allow}.`
  }
  return `The origin ${page} differs from the host "${toPrintable(host)}". To allow its pages, ${allow}; behind a proxy that sets X-Forwarded-Host, set "trustProxy" to true.`
}
