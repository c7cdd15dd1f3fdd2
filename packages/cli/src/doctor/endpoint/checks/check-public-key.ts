import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { fieldsOf, containsToken } from '../issued-token.js'
import { postAsPage } from '../requests.js'
import { skippedWithoutToken } from '../unchecked.js'

/** The endpoint returns the public key of the right project. */
export async function checkPublicKey(examination: Examination): Promise<Finding> {
  const answer = await postAsPage(examination)
  if (!containsToken(answer)) return skippedWithoutToken('public key')
  const { publicKey } = fieldsOf(answer.json)
  if (publicKey === undefined) {
    return fine('returns no public key, so clients need their own setting')
  }
  if (typeof publicKey === 'string' && examination.secretKeys.includes(publicKey)) {
    return failure(
      'returns the secret key as the public key',
      'Replace the secret key in the dashboard immediately.',
    )
  }
  if (examination.publicKey === undefined) return fine('returns a public key')
  return publicKey === examination.publicKey
    ? fine('returns the public key from UPLOADCARE_PUBLIC_KEY')
    : warning('returns another public key than UPLOADCARE_PUBLIC_KEY', 'Check which project is right.')
}
