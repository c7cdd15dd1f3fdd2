import { failure, fine, unchecked, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { fieldsOf, holdsToken } from '../issued-token.js'
import { askAsPage } from '../requests.js'

/** The endpoint names the project that its tokens are for. */
export async function checkPublicKey(examination: Examination): Promise<Finding> {
  const answer = await askAsPage(examination)
  if (!holdsToken(answer))
    return unchecked('which project it serves could not be seen', 'It gave no token: see above.')
  const { publicKey } = fieldsOf(answer.json)
  if (publicKey === undefined) {
    return fine('does not name the project: clients have to be given its public key')
  }
  if (typeof publicKey === 'string' && examination.secretKeys.includes(publicKey)) {
    return failure('answers the secret key as its public key', 'Change the secret key in the dashboard, now.')
  }
  if (examination.publicKey === undefined) return fine('names the project')
  return publicKey === examination.publicKey
    ? fine('names the project that UPLOADCARE_PUBLIC_KEY names')
    : warning('names another project than UPLOADCARE_PUBLIC_KEY', 'Check which of the two is meant.')
}
