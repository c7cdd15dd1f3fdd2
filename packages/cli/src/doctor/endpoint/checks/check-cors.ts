import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Answer } from '../answer.js'
import type { Examination } from '../examination.js'
import { postAsPage, sendPreflight, postFromForeignPage, FOREIGN_ORIGIN } from '../requests.js'
import { uncheckedForRateLimit, uncheckedWithoutToken } from '../unchecked.js'

const SUBJECT = 'CORS'

/** Pages of other origins cannot read the tokens of users. */
export async function checkCors(examination: Examination): Promise<Finding[]> {
  const ownPage = await postAsPage(examination)
  const answers = [ownPage]
  const findings: Finding[] = []
  for (const [who, origin] of foreignOrigins(new URL(examination.pageOrigin))) {
    const answer = await postFromForeignPage(examination, origin)
    const permission = await sendPreflight(examination, origin, ['authorization'])
    answers.push(answer, permission)
    // A page cannot read a response by means of a preflight alone.
    const found = findProblem(who, origin, answer) ?? toWarning(findProblem(who, origin, permission))
    if (found) findings.push(found)
    // An endpoint that allows any origin also allows the others.
    if (found && origin === FOREIGN_ORIGIN) break
  }
  if (findings.length > 0) return findings
  // Some endpoints send CORS headers only with a token.
  return [
    uncheckedForRateLimit(SUBJECT, answers) ??
      uncheckedWithoutToken(SUBJECT, ownPage) ??
      fine('does not let other origins read its responses'),
  ]
}

function* foreignOrigins({ host, hostname, protocol }: URL): Generator<[who: string, origin: string]> {
  yield ['any origin', FOREIGN_ORIGIN]
  yield ['"null" (every sandboxed frame)', 'null']
  // Origins that pass a comparison by prefix or suffix.
  yield ['an origin that starts like its own', `${protocol}//${hostname}.attacker.example`]
  yield ['an origin that ends like its own', `${protocol}//attacker${host}`]
}

const ADVICE = 'List exact origins in "allowedOrigins", or none if the page is on the endpoint’s own origin.'

function findProblem(who: string, origin: string, { headers }: Answer): Finding | undefined {
  const allowed = headers.get('access-control-allow-origin')
  const withCookies = headers.get('access-control-allow-credentials') === 'true'
  if (allowed === origin) {
    return withCookies
      ? failure(`lets ${who} read tokens of users (CORS with credentials)`, ADVICE)
      : warning(`lets ${who} read its responses (CORS)`, ADVICE)
  }
  if (allowed === '*')
    return warning('lets any origin read its responses (Access-Control-Allow-Origin: *)', ADVICE)
  return undefined
}

const toWarning = (finding: Finding | undefined): Finding | undefined =>
  finding && { ...finding, level: 'warning' }
