import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { containsToken } from '../issued-token.js'
import {
  postAsPage,
  postFromForeignPage,
  postFromForeignPageInOldBrowser,
  FOREIGN_ORIGIN,
} from '../requests.js'
import { uncheckedForRateLimit, uncheckedWithoutToken } from '../unchecked.js'

const SUBJECT = 'cross-site requests'

/** Requests that other sites send with the user's cookies are rejected. */
export async function checkCrossSite(examination: Examination): Promise<Finding> {
  const ownPage = await postAsPage(examination)
  const unseen = uncheckedForRateLimit(SUBJECT, [ownPage]) ?? uncheckedWithoutToken(SUBJECT, ownPage)
  if (unseen) return unseen
  const answers = {
    'Sec-Fetch-Site: cross-site': await postFromForeignPage(examination, FOREIGN_ORIGIN),
    Origin: await postFromForeignPageInOldBrowser(examination, FOREIGN_ORIGIN),
    'Origin: null': await postFromForeignPageInOldBrowser(examination, 'null'),
  }
  const ignored = Object.entries(answers).flatMap(([what, answer]) => (containsToken(answer) ? [what] : []))
  if (ignored.length > 0) {
    // Browsers attach cookies to cross-site requests, but no other header of the user.
    const found = 'cookie' in examination.credentials ? failure : warning
    return found(
      `issues tokens to cross-site requests (identified by ${ignored.join(', ')})`,
      'Return 403: check Sec-Fetch-Site or, without it, compare Origin with Host.',
    )
  }
  return uncheckedForRateLimit(SUBJECT, Object.values(answers)) ?? fine('rejects cross-site requests')
}
