import { isSerializedOrigin } from '../options/allowed-origins.js'
import { toPrintable } from '../options/printable.js'
import { isSameHost } from './same-host.js'

/** The values that decided about a request. */
interface OriginFacts {
  /** Whether Origin, Sec-Fetch-Site or Host has several different values. */
  isAmbiguous: boolean
  origin: string | undefined
  /** The host that the origin was compared with. */
  host: string
  /** The first `X-Forwarded-Host`, trusted or not. */
  forwarded: string | undefined
  trustProxy: boolean
}

/** Says why a request was refused by its origin, and which option allows it. */
export function hintForOrigin({
  isAmbiguous,
  origin = '',
  host,
  forwarded,
  trustProxy,
}: OriginFacts): string {
  if (isAmbiguous) {
    return 'The request has different values of Origin, Sec-Fetch-Site or Host. Send each header once.'
  }
  const page = `"${toPrintable(origin)}"`
  if (!isSerializedOrigin(origin)) return `A page with the origin ${page} cannot be allowed.`
  const allow = `add ${page} to "allowedOrigins"`
  if (!trustProxy && forwarded !== undefined && isSameHost(origin, forwarded)) {
    return `The origin matches X-Forwarded-Host. Set "trustProxy" if your proxy sets that header, or ${allow}.`
  }
  return `The origin ${page} differs from the host "${toPrintable(host)}" and its port. To allow its pages, ${allow}, or let a trusted proxy send its host and port in X-Forwarded-Host.`
}
