import type { UploadReceiptVerdict } from '@secure-uploading/core'
import type { FileInfoUpdatedPayload, WebhookPayload } from './webhook-payload.js'

/** What happened to a file: `type` is Uploadcare's name of the event, and tells which payload it has. */
export type WebhookEvent =
  | FileEvent<'file.uploaded' | 'file.stored' | 'file.deleted' | 'file.infected', WebhookPayload>
  | FileEvent<'file.info_updated', FileInfoUpdatedPayload>
  | UnknownEvent

interface FileEvent<Type extends string, Payload> {
  type: Type
  payload: Payload
  /** Whether the file has a receipt of this backend, and for whom. With `receipts` only. */
  receipt?: UploadReceiptVerdict
}

/** An event that this version does not know, or not in this form. It came from Uploadcare all the same. */
interface UnknownEvent {
  type: 'unknown'
  payload: { hook: { event: string } } & Record<string, unknown>
  receipt?: never
}
