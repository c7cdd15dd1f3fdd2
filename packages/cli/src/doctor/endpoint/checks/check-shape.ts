import { isSecureUploadError, parseUploadToken } from '@secure-uploading/core'
import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { fieldsOf } from '../issued-token.js'
import { postAsPage } from '../requests.js'
import { skippedWithoutToken } from '../unchecked.js'

/** The response has the form that File Uploader's `secureUploadsSignatureResolver` and the clients expect. */
export async function checkShape(examination: Examination): Promise<Finding> {
  const { status, json, headers } = await postAsPage(examination)
  if (status < 200 || status > 299) {
    return skippedWithoutToken('token format')
  }
  if (json === undefined) {
    return failure('returns a body that is not JSON', 'Return { "secureSignature", "secureExpire" } as JSON.')
  }
  try {
    const token = parseUploadToken(json)
    if ('authToken' in token) return fine('returns an auth token (JWT), for upload-client 6.23 or newer')
    if (!/^[0-9a-f]{64}$/.test(token.secureSignature)) return failure(...explain(token.secureSignature))
  } catch (error) {
    if (!isSecureUploadError(error)) throw error
    return failure(error.message, 'Sign whole Unix seconds, and return them as a string with the signature.')
  }
  if (typeof fieldsOf(json)['secureExpire'] !== 'string') {
    return warning(
      'returns "secureExpire" as a number',
      'Return it as a string, the type that File Uploader expects.',
    )
  }
  if (!/\bjson\b/i.test(headers.get('content-type') ?? '')) {
    return warning('returns JSON with another content type', 'Send Content-Type: application/json.')
  }
  return fine('returns the format that File Uploader and the clients expect')
}

function explain(signature: string): [message: string, advice: string] {
  const advice =
    'Return the HMAC-SHA256 of the expiry, keyed with the secret key, as 64 lowercase hex digits.'
  if (/^[0-9a-f]{32}$/i.test(signature)) return ['signs with MD5, the old scheme', advice]
  if (/^[0-9A-F]{64}$/i.test(signature)) return ['returns the signature in upper case', advice]
  return ['returns a signature that is not 64 hex digits', advice]
}
