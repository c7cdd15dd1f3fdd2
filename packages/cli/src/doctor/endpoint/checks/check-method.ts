import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { holdsToken } from '../issued-token.js'

/** A GET is sent by links, images, prefetching and crawlers, and its answer is what caches keep. */
export async function checkMethod(examination: Examination): Promise<Finding> {
  const answer = await examination.ask('GET', { ...examination.credentials, accept: 'application/json' })
  const { status } = answer
  if (holdsToken(answer)) {
    return failure(
      'hands tokens out to a GET, which any link or image sends, and any cache keeps',
      'Take POST only, and answer 405 to everything else.',
    )
  }
  if (status === 405) return fine('refuses a GET (405)')
  if (status >= 400 && status < 500) return fine(`refuses a GET (${status}; 405 would say why)`)
  return warning(`answers ${status} to a GET`, 'Take POST only, and answer 405 to everything else.')
}
