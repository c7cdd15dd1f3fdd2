import { generateSecureSignature, verifyAuthToken, type UploadToken } from '@secure-uploading/core'
import { PLACEHOLDER_SECRETS } from '../../../secrets/placeholder-secrets.js'
import { failure, fine, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { issuedToken } from '../issued-token.js'
import { postAsPage } from '../requests.js'
import { skippedWithoutToken } from '../unchecked.js'

/** The secret key is not a well-known placeholder. */
export async function checkPlaceholder(examination: Examination): Promise<Finding> {
  const token = issuedToken(await postAsPage(examination))
  if (!token) return skippedWithoutToken('secret key')
  const { publicKey = '' } = token
  // Core rejects keys with whitespace or control characters.
  const candidates = [...PLACEHOLDER_SECRETS, ...(/^[\w-]+$/.test(publicKey) ? [publicKey] : [])]
  if (await isSignedWithAny(candidates, token)) {
    return failure(
      'signs with a well-known placeholder key, or the public key',
      'In the environment of the backend, set UPLOADCARE_SECRET_KEY to the secret key from the dashboard.',
    )
  }
  return fine('does not sign with a well-known placeholder key')
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
