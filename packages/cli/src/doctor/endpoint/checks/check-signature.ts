import { verifyAuthToken, verifySecureSignature } from '@secure-uploading/core'
import { failure, fine, unchecked, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { issuedToken } from '../issued-token.js'
import { postAsPage } from '../requests.js'
import { NO_TOKEN_ADVICE } from '../unchecked.js'

/** The project's secret key verifies the token. */
export async function checkSignature(examination: Examination): Promise<Finding> {
  const { secretKeys, now } = examination
  const token = issuedToken(await postAsPage(examination))
  if (!token) return unchecked('signature not checked: no token received', NO_TOKEN_ADVICE)
  if (secretKeys.length === 0) {
    return unchecked(
      'signature not checked: no secret key',
      'Set UPLOADCARE_SECRET_KEY, or pipe the secret key in with --secret-stdin.',
    )
  }
  const verdict =
    'authToken' in token
      ? await verifyAuthToken(secretKeys, token.authToken, { now })
      : await verifySecureSignature(
          secretKeys,
          { signature: token.secureSignature, expire: token.secureExpire },
          // Another check covers the expiry.
          { now: () => 0 },
        )
  if (verdict.valid) return fine("signs with the project's secret key")
  return failure(
    `issues tokens that Uploadcare rejects: ${verdict.message}`,
    verdict.hint ?? "Check that it signs with this project's secret key.",
  )
}
