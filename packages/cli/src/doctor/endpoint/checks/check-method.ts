import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { containsToken } from '../issued-token.js'

/** GET is rejected: links, images, prefetching and crawlers send it, and caches store its response. */
export async function checkMethod(examination: Examination): Promise<Finding> {
  const answer = await examination.send('GET', { ...examination.credentials, accept: 'application/json' })
  const { status } = answer
  if (containsToken(answer)) {
    return failure(
      'issues tokens for GET, which any link or image sends and any cache stores',
      'Accept only POST, and return 405 for other methods.',
    )
  }
  if (status === 405) return fine('rejects GET (405)')
  if (status >= 400 && status < 500) return fine(`rejects GET (${status}; 405 would be more precise)`)
  return warning(`returns ${status} for GET`, 'Accept only POST, and return 405 for other methods.')
}
