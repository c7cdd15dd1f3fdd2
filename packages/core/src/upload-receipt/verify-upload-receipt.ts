import { assertOptions } from '../options/assert-options.js'
import { createUploadReceiptVerifier } from './create-upload-receipt-verifier.js'
import type { UploadReceiptVerdict, VerifyUploadReceiptOptions } from './upload-receipt-verdict.js'

/**
 * Verifies the upload receipt in a file's metadata (`uploadReceipt`). Pass the time of the upload as `now`: a webhook can
 * arrive days later. A receipt of any type gets a verdict.
 *
 * A valid receipt proves that your backend issued it to `subject` for this project, and that the uploader had it before
 * it expired. It does not prove that the uploader is `subject`: until the receipt expires, its owner can use it for many
 * files or pass it on, and anyone who knows the file's UUID can read the receipt in the metadata and, with a token of
 * their own, upload in the owner's name.
 *
 * @param secrets the secret, or several while one is being rotated: any of them verifies
 * @throws {TypeError} if a secret is invalid or is the public key, the list is empty, or an option is unknown or invalid
 *
 * @example
 * ```ts
 * import { verifyUploadReceipt } from '@secure-uploading/core'
 *
 * const verdict = await verifyUploadReceipt('a secret of your backend', 'ur1.…', {
 *   now: () => Date.parse('2026-11-23T12:00:00.000Z'),
 * })
 * console.log(verdict.valid ? verdict.claims.subject : verdict.hint)
 * ```
 */
export async function verifyUploadReceipt(
  secrets: string | readonly string[],
  receipt: string | null | undefined,
  options: VerifyUploadReceiptOptions = {},
): Promise<UploadReceiptVerdict> {
  assertOptions(options, ['publicKey', 'route', 'metadata', 'now'])
  return createUploadReceiptVerifier(secrets, options)(receipt, options)
}
