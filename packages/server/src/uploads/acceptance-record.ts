import {
  generateUploadAcceptance,
  UPLOAD_RECEIPT_METADATA_KEY,
  verifyUploadAcceptance,
} from '@secure-uploading/core'
import type { RestFile } from '../rest-api/file.js'
import type { Completion } from './completion.js'

/** Returns whether a file has the acceptance record of this subject and route. */
export async function hasAcceptanceRecord(
  { secrets, subject, route }: Completion,
  { uuid, metadata }: RestFile,
): Promise<boolean> {
  const record = metadata[UPLOAD_RECEIPT_METADATA_KEY]
  const verdict = await verifyUploadAcceptance(secrets, record, { uuid, subject, route: route.name })
  return verdict.valid
}

/**
 * Replaces the receipt of a file with the acceptance record. The record contains no time, so requests in parallel write the
 * same value.
 *
 * @returns whether the file exists
 */
export async function writeAcceptanceRecord(
  { api, secrets, subject, route }: Completion,
  uuid: string,
): Promise<boolean> {
  const [secret = ''] = secrets
  const record = await generateUploadAcceptance(secret, { uuid, subject, route: route.name })
  return api.setMetadata(uuid, UPLOAD_RECEIPT_METADATA_KEY, record)
}
