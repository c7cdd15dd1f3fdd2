import { failure, fine, unchecked, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { holdsToken } from '../issued-token.js'
import { askAsPage } from '../requests.js'

const SAID_BY_CACHES = ['x-cache', 'cf-cache-status', 'x-vercel-cache']

/** A token that a cache keeps goes to the next user, or is over when it comes. */
export async function checkCache(examination: Examination): Promise<Finding> {
  const answer = await askAsPage(examination)
  if (!holdsToken(answer)) {
    return unchecked('whether tokens are kept in caches could not be seen', 'It gave none: see above.')
  }
  const { headers, receivedAtMs } = answer
  const cacheControl = headers.get('cache-control')?.toLowerCase() ?? ''
  const advice = 'Send Cache-Control: no-store with every token.'
  if (
    Number(headers.get('age')) > 0 ||
    SAID_BY_CACHES.some((name) => /\bhit\b/i.test(headers.get(name) ?? ''))
  ) {
    return failure('comes out of a cache', `${advice} Take the address out of the cache's rules.`)
  }
  if (/\bno-store\b/.test(cacheControl)) return fine('tells caches to keep nothing (no-store)')
  const isKept =
    /\bpublic\b|\bs-maxage\b|\bmax-age=0*[1-9]/.test(cacheControl) ||
    // Many a framework sends -1 or 1970, which say that it has ended.
    Date.parse(headers.get('expires') ?? '') > receivedAtMs
  return isKept
    ? failure(`lets caches keep tokens (${cacheControl || 'Expires'})`, advice)
    : warning('does not tell caches to keep nothing', advice)
}
