import { generateSecureSignature, verifyAuthToken, type UploadToken } from '@secure-uploading/core'
import { PLACEHOLDER_SECRETS } from '../../../secrets/placeholder-secrets.js'
import { failure, fine, unchecked, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { issuedToken } from '../issued-token.js'
import { askAsPage } from '../requests.js'

/** The secret key is none that everybody knows, from an example or a template. */
export async function checkPlaceholder(examination: Examination): Promise<Finding> {
  const token = issuedToken(await askAsPage(examination))
  if (!token)
    return unchecked('whether its secret key is a secret could not be seen', 'It gave no token: see above.')
  const candidates = [...PLACEHOLDER_SECRETS, ...(token.publicKey === undefined ? [] : [token.publicKey])]
  if (await isSignedWithAny(candidates, token)) {
    return failure(
      'signs with a key that everybody knows: a placeholder of an example, or the public key',
      'Put the secret key of the dashboard into its environment.',
    )
  }
  return fine('does not sign with a well-known placeholder')
}

async function isSignedWithAny(candidates: readonly string[], token: UploadToken): Promise<boolean> {
  if ('authToken' in token) {
    const verdict = await verifyAuthToken(candidates, token.authToken)
    return verdict.valid || verdict.claims !== undefined
  }
  const expiresAt = Number(token.secureExpire)
  const signatures = await Promise.all(
    candidates.map((candidate) => generateSecureSignature(candidate, { expiresAt }, { now: () => 0 })),
  )
  return signatures.some(({ secureSignature }) => secureSignature === token.secureSignature)
}
