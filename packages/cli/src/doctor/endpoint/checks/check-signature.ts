import { verifyAuthToken, verifySecureSignature } from '@secure-uploading/core'
import { PLACEHOLDER_SECRETS } from '../../../secrets/placeholder-secrets.js'
import { failure, fine, warning, unchecked, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { issuedToken } from '../issued-token.js'
import { postAsPage } from '../requests.js'
import { skippedWithoutToken } from '../unchecked.js'

/** The project's secret key verifies the token. */
export async function checkSignature(examination: Examination): Promise<Finding> {
  const { secretKeys, now } = examination
  const token = issuedToken(await postAsPage(examination))
  if (!token) return skippedWithoutToken('signature')
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
  if (secretKeys.every((secretKey) => PLACEHOLDER_SECRETS.includes(secretKey))) {
    return warning(
      'signature not checked: the secret key to check with is a well-known placeholder',
      'Set UPLOADCARE_SECRET_KEY to the secret key from the dashboard.',
    )
  }
  return failure(
    `issues tokens that Uploadcare rejects: ${verdict.message}`,
    verdict.hint ??
      "Check that it signs with this project's secret key, and that UPLOADCARE_SECRET_KEY is that key.",
  )
}
