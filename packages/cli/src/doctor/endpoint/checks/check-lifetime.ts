import { describeSeconds } from '../../../wording/describe-seconds.js'
import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { expireOf, issuedToken } from '../issued-token.js'
import { postAsPage } from '../requests.js'
import { skippedWithoutToken } from '../unchecked.js'

const MIN_SECONDS = 60
const WARNING_SECONDS = 86_400
const MAX_SECONDS = 604_800

/** The lifetime is long enough for an upload, and not much longer: a stolen token works until it expires. */
export async function checkLifetime(examination: Examination): Promise<Finding> {
  const answer = await postAsPage(examination)
  const token = issuedToken(answer)
  const expire = token && expireOf(token)
  if (expire === undefined) return skippedWithoutToken('lifetime')
  const seconds = Math.round(expire - answer.receivedAtMs / 1000)
  const lifetime = describeSeconds(Math.abs(seconds))
  if (seconds <= 0) {
    return failure(
      `issues tokens that expired ${lifetime} ago by this machine's clock`,
      'Sign a new expiry for each request, in Unix seconds, and check the clocks.',
    )
  }
  if (seconds < MIN_SECONDS) {
    return warning(
      `issues tokens that are valid for ${lifetime}, which is too short for a slow upload`,
      'Set a lifetime of 5 to 60 minutes.',
    )
  }
  if (seconds > WARNING_SECONDS) {
    const found = seconds > MAX_SECONDS ? failure : warning
    return found(
      `issues tokens that are valid for ${lifetime}: a stolen token works for that long`,
      'Set a lifetime of 5 to 60 minutes. Clients refresh tokens automatically.',
    )
  }
  return fine(`issues tokens that are valid for ${lifetime}`)
}
