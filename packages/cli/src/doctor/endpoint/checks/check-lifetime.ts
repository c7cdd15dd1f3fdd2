import { describeSeconds } from '../../../wording/describe-seconds.js'
import { failure, fine, unchecked, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { expireOf, issuedToken } from '../issued-token.js'
import { askAsPage } from '../requests.js'

const SHORT_SECONDS = 60
const LONG_SECONDS = 86_400
const LONGEST_SECONDS = 604_800

/** A token lives long enough for an upload, and not much longer: a stolen one serves until it ends. */
export async function checkLifetime(examination: Examination): Promise<Finding> {
  const answer = await askAsPage(examination)
  const token = issuedToken(answer)
  const expire = token && expireOf(token)
  if (expire === undefined)
    return unchecked('how long its tokens live could not be seen', 'It gave none: see above.')
  const seconds = Math.round(expire - answer.receivedAtMs / 1000)
  const life = describeSeconds(Math.abs(seconds))
  if (seconds <= 0) {
    return failure(
      `issues tokens that ended ${life} ago by this machine's clock`,
      'Sign the time anew for each request, in Unix seconds, and check the clocks.',
    )
  }
  if (seconds < SHORT_SECONDS) {
    return warning(
      `issues tokens that live ${life}: a slow upload takes longer`,
      'Let them live 5 to 60 minutes.',
    )
  }
  if (seconds > LONG_SECONDS) {
    const found = seconds > LONGEST_SECONDS ? failure : warning
    return found(
      `issues tokens that live ${life}: who gets hold of one can upload for as long`,
      'Let them live 5 to 60 minutes: clients fetch the next one by themselves.',
    )
  }
  return fine(`issues tokens that live ${life}`)
}
