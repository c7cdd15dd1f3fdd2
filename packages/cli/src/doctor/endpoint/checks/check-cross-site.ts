import { failure, fine, unchecked, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { holdsToken } from '../issued-token.js'
import { askAsPage, askFromForeignPage, askFromForeignPageOfOld, FOREIGN_ORIGIN } from '../requests.js'

/** A request that somebody else's page sends with the user's cookies is to be refused. */
export async function checkCrossSite(examination: Examination): Promise<Finding> {
  if (!holdsToken(await askAsPage(examination))) {
    return unchecked(
      'whether it refuses other sites could not be seen: it refused its own page, too',
      "Give a session: --cookie '$COOKIE' or --header 'Authorization: $AUTHORIZATION'.",
    )
  }
  const answers = {
    'Sec-Fetch-Site: cross-site': await askFromForeignPage(examination, FOREIGN_ORIGIN),
    Origin: await askFromForeignPageOfOld(examination, FOREIGN_ORIGIN),
    'Origin: null': await askFromForeignPageOfOld(examination, 'null'),
  }
  const ignored = Object.entries(answers).flatMap(([what, answer]) => (holdsToken(answer) ? [what] : []))
  if (ignored.length > 0) {
    // A header of the user's own, no foreign page can send; cookies go along by themselves.
    const found = 'cookie' in examination.credentials ? failure : warning
    return found(
      `issues tokens to requests that pages of other sites send (told by ${ignored.join(', ')})`,
      'Refuse them with 403: compare Sec-Fetch-Site, and without it Origin with Host.',
    )
  }
  if (Object.values(answers).some(({ status }) => status === 429)) {
    return unchecked(
      'whether it refuses other sites could not be seen: its rate limit came first',
      'Ask again later.',
    )
  }
  return fine('refuses requests that pages of other sites send')
}
