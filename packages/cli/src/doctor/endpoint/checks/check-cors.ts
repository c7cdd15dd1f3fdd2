import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Answer } from '../answer.js'
import type { Examination } from '../examination.js'
import { askAsPage, askForPermission, askFromForeignPage, FOREIGN_ORIGIN } from '../requests.js'
import { unseenForLimit, unseenWithoutToken } from '../unseen.js'

const WHAT = 'whether pages of other origins may read its tokens'

/** Pages of other origins are not to read the tokens of this one's users. */
export async function checkCors(examination: Examination): Promise<Finding[]> {
  const ownPage = await askAsPage(examination)
  const answers = [ownPage]
  const findings: Finding[] = []
  for (const [who, origin] of foreignOrigins(new URL(examination.pageOrigin))) {
    const answer = await askFromForeignPage(examination, origin)
    const permission = await askForPermission(examination, origin, ['authorization'])
    answers.push(answer, permission)
    // What a preflight alone allows, no page can read.
    const found = judge(who, origin, answer) ?? doubtful(judge(who, origin, permission))
    if (found) findings.push(found)
    // Whoever lets any origin in lets the others in, too.
    if (found && origin === FOREIGN_ORIGIN) break
  }
  if (findings.length > 0) return findings
  // Many an endpoint adds the headers to its tokens only, and not to a refusal.
  return [
    unseenForLimit(WHAT, answers) ??
      unseenWithoutToken(WHAT, ownPage) ??
      fine('lets no page of another origin read its answers'),
  ]
}

function* foreignOrigins({ host, hostname, protocol }: URL): Generator<[who: string, origin: string]> {
  yield ['any origin', FOREIGN_ORIGIN]
  yield ['"null", which every sandboxed frame is,', 'null']
  // What a comparison lets in that looks at the beginning or the end of a name.
  yield ['an origin that begins like its own', `${protocol}//${hostname}.attacker.example`]
  yield ['an origin that ends like its own', `${protocol}//attacker${host}`]
}

const ADVICE =
  'Name in "allowedOrigins" exactly the origins that may ask, and none when the page is on its own.'

function judge(who: string, origin: string, { headers }: Answer): Finding | undefined {
  const allowed = headers.get('access-control-allow-origin')
  const withCookies = headers.get('access-control-allow-credentials') === 'true'
  if (allowed === origin) {
    return withCookies
      ? failure(`lets ${who} read its users’ tokens (CORS with credentials)`, ADVICE)
      : warning(`lets ${who} read its answers (CORS)`, ADVICE)
  }
  if (allowed === '*')
    return warning('lets any origin read its answers (Access-Control-Allow-Origin: *)', ADVICE)
  return undefined
}

const doubtful = (finding: Finding | undefined): Finding | undefined =>
  finding && { ...finding, level: 'warning' }
