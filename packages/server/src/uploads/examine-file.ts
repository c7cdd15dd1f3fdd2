import { UPLOAD_RECEIPT_METADATA_KEY, type UploadReceiptClaims } from '@secure-uploading/core'
import type { RestFile } from '../rest-api/file.js'
import { hasAcceptanceRecord } from './acceptance-record.js'
import type { Completion } from './completion.js'
import { notFound, processing, receiptInvalid, type FileResult } from './file-result.js'
import { findBrokenRule, type BrokenRule } from './rules.js'
import { findKeptRejection } from './kept-rejection.js'
import { metadataWithoutReceipt } from './uploaded-file.js'

/** The result of the checks of a file. */
export type Examination =
  /** The file has an acceptance record. Rules no longer apply. */
  | { kind: 'accepted-before'; file: RestFile }
  /** The receipt is valid and the file keeps the rules. */
  | { kind: 'acceptable'; file: RestFile; claims: UploadReceiptClaims }
  /** The receipt is valid, there is no acceptance record, and the file breaks a rule: only then it may be deleted. */
  | { kind: 'broken'; file: RestFile; rule: BrokenRule }
  | { kind: 'final'; result: FileResult; hint?: string }

/**
 * Checks a file. The order is the security of it: before the receipt is known to be the caller's, nothing depends on the
 * content of the file, or a caller who names UUIDs could describe or delete the files of other users.
 */
export async function examineFile(completion: Completion, uuid: string): Promise<Examination> {
  const file = await completion.api.getFile(uuid)
  // The REST API still describes a file that was deleted.
  if (file === undefined || file.isRemoved) {
    return { kind: 'final', result: (await findKeptRejection(completion, uuid)) ?? notFound(uuid) }
  }

  if (await hasAcceptanceRecord(completion, file)) return { kind: 'accepted-before', file }

  const receipt = await verifyReceipt(completion, file)
  if ('hint' in receipt) return { kind: 'final', result: receiptInvalid(uuid), hint: receipt.hint }

  if (!file.isReady || !file.isExamined) return { kind: 'final', result: processing(uuid) }

  const rule = findBrokenRule(file, completion.route.rules)
  return rule === undefined
    ? { kind: 'acceptable', file, claims: receipt.claims }
    : { kind: 'broken', file, rule }
}

async function verifyReceipt(
  { verifyReceipt: verify, subject, route, now }: Completion,
  file: RestFile,
): Promise<{ claims: UploadReceiptClaims } | { hint: string }> {
  const { metadata, uploadedAt } = file
  const verdict = await verify(metadata[UPLOAD_RECEIPT_METADATA_KEY], {
    metadata,
    now: () => uploadedAt?.getTime() ?? now(),
  })
  if (!verdict.valid) return { hint: verdict.hint }
  const { claims } = verdict
  if (claims.subject !== subject) return { hint: 'The upload receipt was issued to another user.' }
  // A receipt without metadata binds none: the sender could add what the route would have signed.
  if (
    route.metadata &&
    claims.metadataHash === undefined &&
    Object.keys(metadataWithoutReceipt(file)).length > 0
  ) {
    return { hint: 'The file has metadata, but the upload receipt was issued without.' }
  }
  return { claims }
}
