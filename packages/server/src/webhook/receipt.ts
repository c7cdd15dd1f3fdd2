import {
  UPLOAD_RECEIPT_METADATA_KEY,
  verifyUploadReceipt,
  type UploadReceiptVerdict,
} from '@secure-uploading/core'
import type { ReceiptSettings } from '../receipt/options.js'
import type { UploadNotice } from './is-webhook-payload.js'

/** Creates a function that verifies the receipt of a file at the time of its upload, because webhooks may arrive days later. */
export function createReceiptVerifier<Args extends unknown[]>(
  { secretsFor }: ReceiptSettings<Args>,
  now: () => number,
): (notice: UploadNotice, args: Args) => Promise<UploadReceiptVerdict> {
  return async ({ data, hook }, args) => {
    const uploadedAtMs = Date.parse(data.datetime_uploaded ?? '')
    return verifyUploadReceipt(await secretsFor(args), data.metadata?.[UPLOAD_RECEIPT_METADATA_KEY], {
      now: () => (Number.isNaN(uploadedAtMs) ? now() : uploadedAtMs),
      // An empty key is an absent one.
      publicKey: hook.project_pub_key === '' ? undefined : (hook.project_pub_key ?? undefined),
    })
  }
}
