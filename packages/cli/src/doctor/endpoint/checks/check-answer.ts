import { failure, fine, unchecked, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { containsToken } from '../issued-token.js'
import { postAsPage } from '../requests.js'

/** The user's own page gets a token or a 401. */
export async function checkAnswer(examination: Examination): Promise<Finding> {
  const { hasCredentials } = examination
  const answer = await postAsPage(examination)
  const { status } = answer
  if (containsToken(answer)) return fine(`returns a token to a page's POST (${status})`)
  if (status >= 300 && status < 400) {
    return failure(
      `redirects (${status}), probably to a sign-in page, which clients cannot follow`,
      'Return 401 as JSON if the user is not signed in, and use the final URL.',
    )
  }
  if (status === 401 || status === 403) {
    return hasCredentials
      ? failure(
          `rejects the session (${status})`,
          'Check that the session is valid. If the page is on another origin, pass --origin.',
        )
      : unchecked(
          `rejects requests without a session (${status}), so its tokens were not checked`,
          "Pass a session: --cookie '$COOKIE' or --header 'Authorization: $AUTHORIZATION'.",
        )
  }
  if (status === 429) return warning('is rate limited (429)', 'Try again later.')
  return failure(`returns ${status}${noToken(status)} to a page's POST`, adviceFor(status))
}

const noToken = (status: number): string => (status < 300 ? ' without a token' : '')

function adviceFor(status: number): string {
  if (status === 404 || status === 405) return 'Check the URL: it must accept POST.'
  if (status >= 500) return "See the backend's log. The usual cause is a missing key in its environment."
  return 'Return 200 with { "secureSignature", "secureExpire" } or { "authToken" }.'
}
