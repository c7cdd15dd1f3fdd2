import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { containsToken } from '../issued-token.js'
import { postAsPage } from '../requests.js'
import { skippedWithoutToken } from '../unchecked.js'

const CACHE_STATUS_HEADERS = ['x-cache', 'cf-cache-status', 'x-vercel-cache']

/** Tokens are not cached: a cached token reaches other users, or has expired. */
export async function checkCache(examination: Examination): Promise<Finding> {
  const answer = await postAsPage(examination)
  if (!containsToken(answer)) {
    return skippedWithoutToken('caching')
  }
  const { headers, receivedAtMs } = answer
  const cacheControl = headers.get('cache-control')?.toLowerCase() ?? ''
  const advice = 'Send Cache-Control: no-store with every token.'
  if (
    Number(headers.get('age')) > 0 ||
    CACHE_STATUS_HEADERS.some((name) => /\bhit\b/i.test(headers.get(name) ?? ''))
  ) {
    return failure('is served from a cache', `${advice} Exclude the URL from the cache.`)
  }
  if (/\bno-store\b/.test(cacheControl)) return fine('disables caching (no-store)')
  const isKept =
    /\bpublic\b|\bs-maxage\b|\bmax-age=0*[1-9]/.test(cacheControl) ||
    // Many frameworks send -1 or a date in 1970 to disable caching.
    Date.parse(headers.get('expires') ?? '') > receivedAtMs
  return isKept
    ? failure(`allows caches to store tokens (${cacheControl || 'Expires'})`, advice)
    : warning('does not disable caching', advice)
}
