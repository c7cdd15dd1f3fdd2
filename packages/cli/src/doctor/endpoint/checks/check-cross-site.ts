import { failure, fine, unchecked, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { holdsToken } from '../issued-token.js'
import { askAsPage, askFromForeignPage, askFromForeignPageOfOld, FOREIGN_ORIGIN } from '../requests.js'

/** A request that somebody else's page sends with the user's cookies is to be refused. */
export async function checkCrossSite(examination: Examination): Promise<Finding> {
  const { hasCredentials } = examination
  if (!holdsToken(await askAsPage(examination))) {
    return unchecked(
      'whether it refuses other sites could not be seen: it refused its own page, too',
      "Give a session: --cookie '$COOKIE' or --header 'Authorization: $AUTHORIZATION'.",
    )
  }
  const isObeyed = {
    'Sec-Fetch-Site: cross-site': !holdsToken(await askFromForeignPage(examination, FOREIGN_ORIGIN)),
    Origin: !holdsToken(await askFromForeignPageOfOld(examination, FOREIGN_ORIGIN)),
    'Origin: null': !holdsToken(await askFromForeignPageOfOld(examination, 'null')),
  }
  const ignored = Object.entries(isObeyed).flatMap(([what, isRefused]) => (isRefused ? [] : [what]))
  if (ignored.length === 0) return fine('refuses requests that pages of other sites send')
  const found = hasCredentials ? failure : warning
  return found(
    `issues tokens to requests that pages of other sites send (told by ${ignored.join(', ')})`,
    'Refuse them with 403: compare Sec-Fetch-Site, and without it Origin with Host.',
  )
}
