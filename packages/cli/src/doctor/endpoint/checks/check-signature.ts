import { verifyAuthToken, verifySecureSignature } from '@secure-uploading/core'
import { failure, fine, unchecked, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { issuedToken } from '../issued-token.js'
import { askAsPage } from '../requests.js'

/** The project's secret key verifies what the endpoint signs. */
export async function checkSignature(examination: Examination): Promise<Finding> {
  const { secretKeys, now } = examination
  const token = issuedToken(await askAsPage(examination))
  if (!token)
    return unchecked('whether its tokens are signed right could not be seen', 'It gave none: see above.')
  if (secretKeys.length === 0) {
    return unchecked(
      'whether its tokens are signed right was not checked',
      'Set UPLOADCARE_SECRET_KEY, or pipe the secret key in with --secret-stdin.',
    )
  }
  const verdict =
    'authToken' in token
      ? await verifyAuthToken(secretKeys, token.authToken, { now })
      : await verifySecureSignature(
          secretKeys,
          { signature: token.secureSignature, expire: token.secureExpire },
          // Whether it is still valid is for another check to tell.
          { now: () => 0 },
        )
  if (verdict.valid) return fine('signs with the secret key of the project')
  return failure(
    `issues tokens that Uploadcare will refuse: ${verdict.message}`,
    verdict.hint ?? 'Check that it signs with the secret key of this project.',
  )
}
