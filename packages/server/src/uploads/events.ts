import type { RejectionCode } from '@secure-uploading/core'
import type { DeniedEvent } from '../http/denial.js'
import type { TokenDenied } from '../token/events.js'

/** Event passed to `onDeny` of an uploads handler. */
export type UploadDenied = TokenDenied | UploadRequestDenied | FileRejected

/** The request names no route, or is invalid. */
export interface UploadRequestDenied extends DeniedEvent {
  reason: 'unknown-route' | 'invalid-request'
}

/** A file of a completion was rejected; the request was answered with 200. */
export interface FileRejected extends DeniedEvent {
  reason: 'file-rejected'
  status: 200
  code: RejectionCode
  uuid: string
  /** The user who completed the file. */
  subject: string
  route: string
  /** Why a receipt is invalid. It contains neither a secret nor the receipt. */
  hint?: string
}
