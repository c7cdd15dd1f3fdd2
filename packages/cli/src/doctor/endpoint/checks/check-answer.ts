import { failure, fine, unchecked, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { holdsToken } from '../issued-token.js'
import { askAsPage } from '../requests.js'

/** The user's own page gets a token, or a plain no. */
export async function checkAnswer(examination: Examination): Promise<Finding> {
  const { hasCredentials } = examination
  const answer = await askAsPage(examination)
  const { status } = answer
  if (holdsToken(answer)) return fine(`answers a page's POST with a token (${status})`)
  if (status >= 300 && status < 400) {
    return failure(
      `redirects (${status}), most likely to a page for signing in, which no client can follow`,
      'Let it answer 401 as JSON when nobody is signed in, and give its final address.',
    )
  }
  if (status === 401 || status === 403) {
    return hasCredentials
      ? failure(
          `refuses the credentials that were given (${status})`,
          'Check that the session is still valid, and give --origin when the page is on another origin.',
        )
      : unchecked(
          `refuses who is not signed in (${status}), so its tokens could not be looked at`,
          "Give a session: --cookie '$COOKIE' or --header 'Authorization: $AUTHORIZATION'.",
        )
  }
  if (status === 429) return warning('is rate limited at the moment (429)', 'Ask again later.')
  return failure(`answers a page's POST with ${status}${noToken(status)}`, adviceFor(status))
}

const noToken = (status: number): string => (status < 300 ? ', and no token' : '')

function adviceFor(status: number): string {
  if (status === 404 || status === 405) return 'Check the address: it has to take a POST.'
  if (status >= 500) return "See the backend's log: a missing key in its environment is the usual cause."
  return 'It has to answer 200 with { "secureSignature", "secureExpire" } or { "authToken" }.'
}
