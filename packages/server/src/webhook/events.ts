import type { UploadReceiptVerdict } from '@secure-uploading/core'
import type { DeniedEvent } from '../http/denial.js'
import type { FileResult } from '../uploads/file-result.js'
import type { FileInfoUpdatedPayload, WebhookPayload } from './payload.js'

/** An event of a file. `type` is Uploadcare's name of the event and determines the type of the payload. */
export type WebhookEvent =
  | FileEvent<'file.uploaded' | 'file.stored' | 'file.deleted' | 'file.infected', WebhookPayload>
  | FileEvent<'file.info_updated', FileInfoUpdatedPayload>
  | UnknownEvent

interface FileEvent<Type extends string, Payload> {
  type: Type
  payload: Payload
  /** Whether the file has a receipt of this backend, and for which subject. Only with the option `receipts`. */
  receipt?: UploadReceiptVerdict
  /**
   * Whether the file was accepted or rejected. Only with the option `uploads`, and for an uploaded file that has a receipt of
   * one of its routes.
   */
  upload?: FileResult
}

/** An event of a type or shape that this version does not know. The signature is valid. */
interface UnknownEvent {
  type: 'unknown'
  payload: { hook: { event: string } } & Record<string, unknown>
  receipt?: never
  upload?: never
}

/** The check of the webhook endpoint that refused a request. */
export type WebhookDenialReason =
  | 'method'
  | 'signature-missing'
  | 'signature-malformed'
  | 'signature-mismatch'
  | 'body-too-large'
  | 'body-incomplete'
  | 'body-malformed'
  | 'upload-unfinished'

/** Event passed to `onDeny` of a webhook handler. */
export interface WebhookDenied extends DeniedEvent {
  reason: WebhookDenialReason
  /** What may be wrong with the signature. It contains neither a secret nor a signature. */
  hint?: string
}
