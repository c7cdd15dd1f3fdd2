import { fine, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { containsToken } from '../issued-token.js'
import { postAsPage, postAsPageInOldBrowser } from '../requests.js'
import { uncheckedForRateLimit, uncheckedWithoutToken } from '../unchecked.js'

/**
 * The user's own page gets a token without `Sec-Fetch-Site`, which browsers leave out over http outside of localhost. The endpoint
 * then compares `Origin` with `Host`, which a proxy can have replaced.
 */
export async function checkHost(examination: Examination): Promise<Finding | Finding[]> {
  const { pageOrigin, url } = examination
  if (pageOrigin !== url.origin) return []
  const ownPage = await postAsPage(examination)
  const unseen = uncheckedWithoutToken('host', ownPage)
  if (unseen) return unseen
  const answer = await postAsPageInOldBrowser(examination)
  if (containsToken(answer))
    return fine('accepts its own page by Host, where browsers send no Sec-Fetch-Site')
  if (answer.status === 403) {
    return warning(
      'refuses its own page (403) where browsers send no Sec-Fetch-Site, such as over http in a local network: Host is not that of the page',
      'Let the proxy in front of it keep Host. In Vite, write "server.proxy" as an object, { "/api": { target } }, because a string replaces Host. If the proxy sends X-Forwarded-Host, set "trustProxy".',
    )
  }
  return uncheckedForRateLimit('host', [answer]) ?? []
}
