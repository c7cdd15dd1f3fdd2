import { describeSeconds } from '../../../wording/describe-seconds.js'
import { failure, fine, unchecked, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { expireOf, issuedToken } from '../issued-token.js'
import { askAsPage } from '../requests.js'

const TOLERANCE_SECONDS = 5

/** What is left of a token (`expiresIn`) and when it ends agree, by the endpoint's own clock. */
export async function checkExpiresIn(examination: Examination): Promise<Finding> {
  const { headers, json, receivedAtMs } = await askAsPage(examination)
  const token = issuedToken({ json })
  const expire = token && expireOf(token)
  if (token === undefined || expire === undefined) {
    return unchecked('whether "expiresIn" is right could not be seen', 'It gave no token: see above.')
  }
  const { expiresIn } = token
  if (expiresIn === undefined) return fine('tells no "expiresIn": clients go by its Date header')
  const serverMs = Date.parse(headers.get('date') ?? '') || receivedAtMs
  const left = Math.round(expire - serverMs / 1000)
  if (Math.abs(left - expiresIn) <= TOLERANCE_SECONDS)
    return fine('tells in "expiresIn" what is left of a token')
  return failure(
    `says that a token lives ${describeSeconds(Math.round(expiresIn))}, but it ends ${left > 0 ? `in ${describeSeconds(left)}` : 'at once'} by its own clock`,
    'Compute "expiresIn" from the expire that was signed, in seconds.',
  )
}
