import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { postAsPage, sendPreflight } from '../requests.js'

/** The page of --origin, on another origin, is allowed to send requests and to read responses. */
export async function checkOwnPage(examination: Examination): Promise<Finding[]> {
  if (examination.pageOrigin === examination.url.origin) return []
  const { headers } = await postAsPage(examination)
  return [
    findUnreadable(examination, headers) ??
      (await findRefusedPreflight(examination)) ??
      findMissingVary(headers) ??
      fine('lets the page of --origin read its responses'),
  ]
}

const ADD_ORIGIN = 'Add the origin to "allowedOrigins": scheme, host and port, without a trailing slash.'

const sendsCookies = ({ credentials }: Examination): boolean => 'cookie' in credentials

function allowsOrigin(examination: Examination, headers: Headers): boolean {
  const allowed = headers.get('access-control-allow-origin')
  return allowed === examination.pageOrigin || (allowed === '*' && !sendsCookies(examination))
}

const allowsCookies = (examination: Examination, headers: Headers): boolean =>
  !sendsCookies(examination) || headers.get('access-control-allow-credentials') === 'true'

function findUnreadable(examination: Examination, headers: Headers): Finding | undefined {
  if (!allowsOrigin(examination, headers)) {
    return failure('does not let the page of --origin read its responses', ADD_ORIGIN)
  }
  if (allowsCookies(examination, headers)) return undefined
  return failure(
    'does not accept cookies from the page of --origin',
    'Send Access-Control-Allow-Credentials: true.',
  )
}

/** Headers that need no preflight. */
const SAFELISTED_HEADERS = ['cookie', 'accept', 'accept-language', 'content-language']

/** Browsers send a preflight before a request with a custom header. */
async function findRefusedPreflight(examination: Examination): Promise<Finding | undefined> {
  const { credentials, pageOrigin } = examination
  const names = Object.keys(credentials).filter((name) => !SAFELISTED_HEADERS.includes(name))
  if (names.length === 0) return undefined
  const { status, headers } = await sendPreflight(examination, pageOrigin, names)
  if (status < 200 || status > 299) {
    return failure(
      `returns ${status} to the preflight of the page of --origin for ${names.join(', ')}`,
      'Return 204 with CORS headers for OPTIONS, before authentication.',
    )
  }
  if (!allowsOrigin(examination, headers) || !allowsCookies(examination, headers)) {
    return failure('does not allow the page of --origin in its preflight response (OPTIONS)', ADD_ORIGIN)
  }
  const refused = names.filter((name) => !allowsHeader(examination, headers, name))
  if (refused.length === 0) return undefined
  return failure(
    `does not let the page of --origin send ${refused.join(', ')}`,
    'List it in Access-Control-Allow-Headers of the response to OPTIONS.',
  )
}

function allowsHeader(examination: Examination, headers: Headers, name: string): boolean {
  const allowed = (headers.get('access-control-allow-headers') ?? '').toLowerCase().split(/\s*,\s*/)
  // "*" does not include "authorization", and is a literal name for requests with credentials.
  const allowsAny = allowed.includes('*') && name !== 'authorization' && !sendsCookies(examination)
  return allowsAny || allowed.includes(name)
}

function findMissingVary(headers: Headers): Finding | undefined {
  const isVaryCorrect =
    headers.get('access-control-allow-origin') === '*' ||
    /(?:^|,)\s*(?:origin|\*)\s*(?:,|$)/i.test(headers.get('vary') ?? '')
  return isVaryCorrect
    ? undefined
    : warning('allows one origin without Vary: Origin', 'Send Vary: Origin with every response.')
}
