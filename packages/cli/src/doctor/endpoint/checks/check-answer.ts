import { failure, fine, skipped, warning, type Finding } from '../../finding.js'
import type { Answer } from '../answer.js'
import type { Examination } from '../examination.js'
import { containsToken, fieldsOf } from '../issued-token.js'
import { redirectTarget, withoutQuery } from '../redirect.js'
import { postAsPage, postWithoutOrigin } from '../requests.js'
import { SESSION_ADVICE } from '../unchecked.js'

/** The user's own page gets a token or a 401. */
export async function checkAnswer(examination: Examination): Promise<Finding> {
  const { hasCredentials } = examination
  const answer = await postAsPage(examination)
  const { status } = answer
  if (containsToken(answer)) return fine(`returns a token to a page's POST (${status})`)
  if (status >= 300 && status < 400) return describeRedirect(answer)
  if (status === 403 && (await isOriginRefused(examination))) return describeRefusedOrigin(examination)
  if (status === 401 || status === 403) {
    return hasCredentials
      ? failure(
          `rejects the session (${status})`,
          'Check that the session is valid. If the page is on another origin, pass --origin.',
        )
      : skipped(`rejects requests without a session (${status})`, SESSION_ADVICE)
  }
  if (fieldsOf(fieldsOf(answer.json)['error'])['code'] === 'ERR_UNKNOWN_ROUTE') {
    return failure(
      `returns ${status} to a page's POST: it has no upload route of this name`,
      'Add the name of an upload route to the URL: ?route=<name>.',
    )
  }
  if (status === 429) return warning('is rate limited (429)', 'Try again later.')
  return failure(`returns ${status}${noToken(status)} to a page's POST`, adviceFor(status))
}

function describeRedirect(answer: Answer): Finding {
  const target = redirectTarget(answer)
  const where = target === undefined ? '' : ` to ${withoutQuery(target)}`
  return failure(
    `redirects (${answer.status})${where}, which clients cannot follow`,
    'If it is a sign-in page, return 401 as JSON instead. If the endpoint has moved, use its final URL.',
  )
}

/** The same request without the headers of a page gets another response. */
async function isOriginRefused(examination: Examination): Promise<boolean> {
  return (await postWithoutOrigin(examination)).status !== 403
}

function describeRefusedOrigin({ pageOrigin, url }: Examination): Finding {
  return failure(
    `refuses the origin ${pageOrigin} (403)`,
    pageOrigin === url.origin
      ? `If the backend is behind a proxy, set "trustProxy", or add "${pageOrigin}" to "allowedOrigins".`
      : `Add "${pageOrigin}" to "allowedOrigins".`,
  )
}

const noToken = (status: number): string => (status < 300 ? ' without a token' : '')

function adviceFor(status: number): string {
  if (status === 404 || status === 405) return 'Check the URL: it must accept POST.'
  if (status >= 500) return "See the backend's log. The usual cause is a missing key in its environment."
  return 'Return 200 with { "secureSignature", "secureExpire" } or { "authToken" }.'
}
