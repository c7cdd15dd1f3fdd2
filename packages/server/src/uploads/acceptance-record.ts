import { UPLOAD_RECEIPT_METADATA_KEY } from '@secure-uploading/core'
import type { RestFile } from '../rest-api/file.js'
import type { Completion } from './completion.js'

/** Returns whether a file has the acceptance record of this subject and route. */
export async function hasAcceptanceRecord(
  { acceptances }: Completion,
  { uuid, metadata }: RestFile,
): Promise<boolean> {
  return (await acceptances.verify(uuid, metadata[UPLOAD_RECEIPT_METADATA_KEY])).valid
}

/**
 * Replaces the receipt of a file with the acceptance record. The record contains no time, so requests in parallel write the
 * same value.
 *
 * @returns whether the file exists
 */
export async function writeAcceptanceRecord(
  { api, acceptances }: Completion,
  uuid: string,
): Promise<boolean> {
  return api.setMetadata(uuid, UPLOAD_RECEIPT_METADATA_KEY, await acceptances.generate(uuid))
}
