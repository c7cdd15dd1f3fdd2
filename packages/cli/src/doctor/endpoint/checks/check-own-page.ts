import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { askAsPage, askForPermission } from '../requests.js'

/** A page on another origin, which --origin names, has to be allowed to ask and to read the answer. */
export async function checkOwnPage(examination: Examination): Promise<Finding[]> {
  if (examination.pageOrigin === examination.url.origin) return []
  const { headers } = await askAsPage(examination)
  return [
    refusedReading(examination, headers) ??
      (await refusedAsking(examination)) ??
      unvaried(headers) ??
      fine('lets the page of --origin read its answers'),
  ]
}

const ADD_ORIGIN =
  'Add that origin to "allowedOrigins", exactly as it stands there: scheme, host and port, without a slash.'

const sendsCookies = ({ credentials }: Examination): boolean => 'cookie' in credentials

function letsIn(examination: Examination, headers: Headers): boolean {
  const allowed = headers.get('access-control-allow-origin')
  return allowed === examination.pageOrigin || (allowed === '*' && !sendsCookies(examination))
}

const takesCookies = (examination: Examination, headers: Headers): boolean =>
  !sendsCookies(examination) || headers.get('access-control-allow-credentials') === 'true'

function refusedReading(examination: Examination, headers: Headers): Finding | undefined {
  if (!letsIn(examination, headers)) {
    return failure('does not let the page of --origin read its answers', ADD_ORIGIN)
  }
  if (takesCookies(examination, headers)) return undefined
  return failure('takes no cookies from the page of --origin', 'Send Access-Control-Allow-Credentials: true.')
}

/** What pages of other origins may send without asking. */
const NEEDS_NO_PERMISSION = ['cookie', 'accept', 'accept-language', 'content-language']

/** Before a page sends a header of its own, browsers ask whether it may. */
async function refusedAsking(examination: Examination): Promise<Finding | undefined> {
  const { credentials, pageOrigin } = examination
  const names = Object.keys(credentials).filter((name) => !NEEDS_NO_PERMISSION.includes(name))
  if (names.length === 0) return undefined
  const { status, headers } = await askForPermission(examination, pageOrigin, names)
  if (status < 200 || status > 299) {
    return failure(
      `answers ${status} when a browser asks for the page of --origin whether it may send ${names.join(', ')}`,
      'Answer OPTIONS with 204 and the CORS headers, before it matters who is signed in.',
    )
  }
  if (!letsIn(examination, headers) || !takesCookies(examination, headers)) {
    return failure('does not let the page of --origin ask (OPTIONS)', ADD_ORIGIN)
  }
  const refused = names.filter((name) => !allowsHeader(examination, headers, name))
  if (refused.length === 0) return undefined
  return failure(
    `does not let the page of --origin send ${refused.join(', ')}`,
    'Name it in Access-Control-Allow-Headers, in the answer to OPTIONS.',
  )
}

function allowsHeader(examination: Examination, headers: Headers, name: string): boolean {
  const allowed = (headers.get('access-control-allow-headers') ?? '').toLowerCase().split(/\s*,\s*/)
  // "*" never speaks of "authorization", and is a mere name where cookies go along.
  const allowsAny = allowed.includes('*') && name !== 'authorization' && !sendsCookies(examination)
  return allowsAny || allowed.includes(name)
}

function unvaried(headers: Headers): Finding | undefined {
  const isSameForAll =
    headers.get('access-control-allow-origin') === '*' ||
    /(?:^|,)\s*(?:origin|\*)\s*(?:,|$)/i.test(headers.get('vary') ?? '')
  return isSameForAll
    ? undefined
    : warning('lets one origin in without saying that others differ', 'Send Vary: Origin with every answer.')
}
