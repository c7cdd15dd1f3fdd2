import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { holdsToken } from '../issued-token.js'
import { askAsNobody, askAsNobodyFromPage } from '../requests.js'
import { unseenForLimit } from '../unseen.js'

/** Who asks without credentials is to be refused, unless anyone may upload. */
export async function checkAnyone(examination: Examination): Promise<Finding> {
  const { url, pageOrigin, isForAnyone } = examination
  const plain = await askAsNobody(examination)
  const answers = [plain]
  for (const origin of new Set([url.origin, pageOrigin])) {
    answers.push(await askAsNobodyFromPage(examination, origin))
  }
  if (answers.some(holdsToken)) {
    if (isForAnyone) return fine('hands tokens out to anyone, as --anyone says')
    return failure(
      holdsToken(plain)
        ? 'hands tokens out to anyone who asks, without credentials: anyone can upload into the project'
        : 'hands tokens out without credentials to who sends the Origin and Sec-Fetch-Site of a page, which any program can',
      'Decide in "authorize" who may upload. If anyone may, limit the rate, and say so with --anyone.',
    )
  }
  const unseen = unseenForLimit('whether it refuses who is not signed in', answers)
  if (unseen) return unseen
  if (isForAnyone) {
    return warning(
      `refuses who is not signed in (${plain.status}), although --anyone says that anyone may upload`,
      'Leave --anyone out.',
    )
  }
  const { status } = answers.find((answer) => ![401, 403].includes(answer.status)) ?? plain
  if (status === 401 || status === 403) return fine(`refuses who is not signed in (${status})`)
  return warning(
    `answers ${status} to who is not signed in`,
    'Answer 401 as JSON: clients then know that the user has to sign in.',
  )
}
