import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { containsToken } from '../issued-token.js'
import { postWithoutSession, postWithoutSessionFrom } from '../requests.js'
import { uncheckedForRateLimit } from '../unchecked.js'

/** Requests without a session are rejected, unless anyone is allowed to upload. */
export async function checkAnyone(examination: Examination): Promise<Finding> {
  const { url, pageOrigin, isForAnyone } = examination
  const plain = await postWithoutSession(examination)
  const answers = [plain]
  for (const origin of new Set([url.origin, pageOrigin])) {
    answers.push(await postWithoutSessionFrom(examination, origin))
  }
  if (answers.some(containsToken)) {
    if (isForAnyone) return fine('issues tokens to anyone, as --anyone says')
    return failure(
      containsToken(plain)
        ? 'issues tokens without a session: anyone can upload to the project'
        : 'issues tokens without a session to requests with the Origin and Sec-Fetch-Site of a page, which any program can send',
      'Check the user in "authorize". If anyone is allowed to upload, set a rate limit, and pass --anyone.',
    )
  }
  const unseen = uncheckedForRateLimit('requests without a session', answers)
  if (unseen) return unseen
  if (isForAnyone) {
    return warning(
      `rejects requests without a session (${plain.status}), despite --anyone`,
      'Remove --anyone.',
    )
  }
  const { status } = answers.find((answer) => ![401, 403].includes(answer.status)) ?? plain
  if (status === 401 || status === 403) return fine(`rejects requests without a session (${status})`)
  return warning(
    `returns ${status} to requests without a session`,
    'Return 401 as JSON, so that clients can ask the user to sign in.',
  )
}
