import { isSecureUploadError, parseUploadToken } from '@secure-uploading/core'
import { failure, fine, unchecked, warning, type Finding } from '../../finding.js'
import type { Examination } from '../examination.js'
import { fieldsOf } from '../issued-token.js'
import { askAsPage } from '../requests.js'

/** The JSON is what File Uploader's `secureUploadsSignatureResolver` and the clients take. */
export async function checkShape(examination: Examination): Promise<Finding> {
  const { status, json, headers } = await askAsPage(examination)
  if (status < 200 || status > 299) {
    return unchecked('what its tokens look like could not be seen', 'It gave none: see above.')
  }
  if (json === undefined) {
    return failure(
      'answers something that is no JSON',
      'Answer { "secureSignature", "secureExpire" } as JSON.',
    )
  }
  try {
    const token = parseUploadToken(json)
    if ('authToken' in token) return fine('answers an auth token (JWT), for upload-client from 6.23 on')
    if (!/^[0-9a-f]{64}$/.test(token.secureSignature)) return failure(...explain(token.secureSignature))
  } catch (error) {
    if (!isSecureUploadError(error)) throw error
    return failure(
      error.message,
      'Sign whole Unix seconds, and answer them as a string beside the signature.',
    )
  }
  if (typeof fieldsOf(json)['secureExpire'] !== 'string') {
    return warning(
      'answers "secureExpire" as a number',
      'Answer it as a string: that is the type File Uploader names.',
    )
  }
  if (!/\bjson\b/i.test(headers.get('content-type') ?? '')) {
    return warning('answers JSON under another type', 'Send Content-Type: application/json.')
  }
  return fine('answers what File Uploader and the clients expect')
}

function explain(signature: string): [message: string, advice: string] {
  const advice = 'Answer HMAC-SHA256 of the expire, keyed with the secret key, as 64 lower-case hex digits.'
  if (/^[0-9a-f]{32}$/i.test(signature)) return ['signs in the old way, with MD5', advice]
  if (/^[0-9A-F]{64}$/i.test(signature)) return ['answers the signature in upper case', advice]
  return ['answers a signature that is not 64 hex digits', advice]
}
