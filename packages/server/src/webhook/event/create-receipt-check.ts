import {
  UPLOAD_RECEIPT_METADATA_KEY,
  verifyUploadReceipt,
  type UploadReceiptVerdict,
} from '@secure-uploading/core'
import { createSecrets } from '../../secrets/create-secrets.js'
import type { WebhookHandlerOptions } from '../options/webhook-handler-options.js'
import type { WebhookPayload } from './webhook-payload.js'

/** Checks the receipt of a file at the time when the file was uploaded, for webhooks may come days later. */
export function createReceiptCheck<Args extends unknown[]>({
  receipts,
  now = Date.now,
}: WebhookHandlerOptions<Args>):
  | ((payload: WebhookPayload, args: Args) => Promise<UploadReceiptVerdict>)
  | undefined {
  if (receipts === undefined) return undefined
  const secretsFor = createSecrets('receipts.secret', receipts.secret)

  return async ({ data, hook }, args) => {
    const uploadedAtMs = Date.parse(data.datetime_uploaded ?? '')
    return verifyUploadReceipt(await secretsFor(args), data.metadata?.[UPLOAD_RECEIPT_METADATA_KEY], {
      now: () => (Number.isNaN(uploadedAtMs) ? now() : uploadedAtMs),
      ...(hook.project_pub_key === undefined ? {} : { publicKey: hook.project_pub_key }),
    })
  }
}
