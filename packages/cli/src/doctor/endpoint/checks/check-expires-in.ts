import { describeSeconds } from '../../../wording/describe-seconds.js'
import { failure, fine, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { expireOf, issuedToken } from '../issued-token.js'
import { postAsPage } from '../requests.js'
import { skippedWithoutToken } from '../unchecked.js'

const TOLERANCE_SECONDS = 5

/** `expiresIn` matches the token's expiry, by the endpoint's own clock. */
export async function checkExpiresIn(examination: Examination): Promise<Finding> {
  const { headers, json, receivedAtMs } = await postAsPage(examination)
  const token = issuedToken({ json })
  const expire = token && expireOf(token)
  if (token === undefined || expire === undefined) {
    return skippedWithoutToken('"expiresIn"')
  }
  const { expiresIn } = token
  if (expiresIn === undefined) return fine('returns no "expiresIn", so clients use its Date header')
  const serverMs = Date.parse(headers.get('date') ?? '') || receivedAtMs
  const left = Math.round(expire - serverMs / 1000)
  if (Math.abs(left - expiresIn) <= TOLERANCE_SECONDS)
    return fine('returns the remaining lifetime as "expiresIn"')
  return failure(
    `returns an "expiresIn" of ${describeSeconds(Math.round(expiresIn))}, but the token ${left > 0 ? `expires in ${describeSeconds(left)}` : 'has expired'} by its own clock`,
    'Compute "expiresIn" from the signed expiry, in seconds.',
  )
}
