import { createUploadAcceptances } from './create-upload-acceptances.js'
import { assertAcceptance, type UploadAcceptance } from './upload-acceptance.js'
import type { UploadAcceptanceVerdict } from './upload-acceptance-verdict.js'

/**
 * Verifies an acceptance record from {@link generateUploadAcceptance}. A record of any type gets a verdict.
 *
 * @param secrets the secret, or several while one is being rotated: any of them verifies
 * @param expected the file, its user and its route
 * @throws {TypeError} if a secret or a field of `expected` is invalid
 *
 * @example
 * ```ts
 * import { verifyUploadAcceptance } from '@secure-uploading/core'
 *
 * const verdict = await verifyUploadAcceptance('a secret of your backend', 'ua1.…', {
 *   uuid: 'c0d776d4-8c8e-47df-9e92-03b68b99c2ba',
 *   subject: 'user-42',
 *   route: 'avatar',
 * })
 * if (!verdict.valid) console.log(verdict.reason, verdict.hint)
 * ```
 */
export async function verifyUploadAcceptance(
  secrets: string | readonly string[],
  record: string | null | undefined,
  expected: UploadAcceptance,
): Promise<UploadAcceptanceVerdict> {
  assertAcceptance(expected)
  return createUploadAcceptances(secrets, expected).verify(expected.uuid, record)
}
