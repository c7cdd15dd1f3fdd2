import { decodeBase64UrlJson } from '../base64url/base64url-json.js'
import { decodeBase64Url } from '../base64url/base64url.js'
import { isSignedByAny } from '../hmac/is-signed-by-any.js'
import { isMissing } from '../options/is-missing.js'
import { deriveHmacKey } from './derive-hmac-key.js'
import { decodeClaims, type UploadReceiptClaims } from './upload-receipt-claims.js'
import { refuseReceipt, type UploadReceiptRefusal } from './upload-receipt-verdict.js'

/** The claims of a receipt that was signed with one of the secrets, or why it is refused. */
export type OpenedUploadReceipt =
  | { claims: UploadReceiptClaims; refusal?: undefined }
  | { claims?: undefined; refusal: UploadReceiptRefusal }

/** Checks the form and the signature of a receipt, which do not depend on the file that has it. */
export async function openUploadReceipt(
  secrets: readonly string[],
  receipt: unknown,
): Promise<OpenedUploadReceipt> {
  if (isMissing(receipt)) return { refusal: refuseReceipt('missing') }
  if (typeof receipt !== 'string') return { refusal: refuseReceipt('malformed') }
  const [version, payload = '', mac = '', ...more] = receipt.split('.')
  const signature = decodeBase64Url(mac)
  const claims = decodeClaims(decodeBase64UrlJson(payload))
  if (version !== 'ur1' || signature === undefined || claims === undefined || more.length > 0) {
    return { refusal: refuseReceipt('malformed') }
  }
  const keys = await Promise.all(secrets.map((secret) => deriveHmacKey(secret, 'upload-receipt')))
  const signed = new TextEncoder().encode(`${version}.${payload}`)
  return (await isSignedByAny(keys, signature, signed)) ? { claims } : { refusal: refuseReceipt('mismatch') }
}
