import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { holdsToken } from '../issued-token.js'
import { askAsNobody } from '../requests.js'

/** Who asks without credentials is to be refused, unless anyone may upload. */
export async function checkAnyone(examination: Examination): Promise<Finding> {
  const answer = await askAsNobody(examination)
  if (holdsToken(answer)) {
    return examination.isForAnyone
      ? fine('hands tokens out to anyone, as --anyone says')
      : failure(
          'hands tokens out to anyone who asks, without credentials: anyone can upload into the project',
          'Decide in "authorize" who may upload. If anyone may, limit the rate, and say so with --anyone.',
        )
  }
  const { status } = answer
  if (examination.isForAnyone) {
    return warning(
      `refuses who is not signed in (${status}), although --anyone says that anyone may upload`,
      'Leave --anyone out.',
    )
  }
  if (status === 401 || status === 403) return fine(`refuses who is not signed in (${status})`)
  return warning(
    `answers ${status} to who is not signed in`,
    'Answer 401 as JSON: clients then know that the user has to sign in.',
  )
}
