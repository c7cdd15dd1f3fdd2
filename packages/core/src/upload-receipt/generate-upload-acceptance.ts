import { assertSecretOf, RECEIPT_SECRET } from '../secret/secret-kind.js'
import { createUploadAcceptances } from './create-upload-acceptances.js'
import { assertAcceptance, type UploadAcceptance } from './upload-acceptance.js'

/**
 * Generates an acceptance record: an HMAC over a file's UUID, its user and its upload route. The backend writes it to the
 * file's metadata in place of the receipt. The same acceptance always gives the same record, and the record is not valid
 * for any other file.
 *
 * @param secret the secret that signs upload receipts
 * @returns the record, 47 characters
 * @throws {TypeError} if the secret or a field is invalid
 *
 * @example
 * ```ts
 * import { generateUploadAcceptance } from '@secure-uploading/core'
 *
 * const record = await generateUploadAcceptance('a secret of your backend', {
 *   uuid: 'c0d776d4-8c8e-47df-9e92-03b68b99c2ba',
 *   subject: 'user-42',
 *   route: 'avatar',
 * })
 * ```
 */
export async function generateUploadAcceptance(
  secret: string,
  acceptance: UploadAcceptance,
): Promise<string> {
  assertSecretOf(RECEIPT_SECRET, secret)
  assertAcceptance(acceptance)
  return createUploadAcceptances(secret, acceptance).generate(acceptance.uuid)
}
