import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { holdsToken } from '../issued-token.js'
import { askAsPage, askFromForeignPage, askFromForeignPageOfOld, FOREIGN_ORIGIN } from '../requests.js'
import { unseenForLimit, unseenWithoutToken } from '../unseen.js'

const WHAT = 'whether it refuses other sites'

/** A request that somebody else's page sends with the user's cookies is to be refused. */
export async function checkCrossSite(examination: Examination): Promise<Finding> {
  const ownPage = await askAsPage(examination)
  const unseen = unseenForLimit(WHAT, [ownPage]) ?? unseenWithoutToken(WHAT, ownPage)
  if (unseen) return unseen
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
  return (
    unseenForLimit(WHAT, Object.values(answers)) ?? fine('refuses requests that pages of other sites send')
  )
}
