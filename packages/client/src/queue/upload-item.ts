import type { UploadcareFile } from '@uploadcare/upload-client'

/**
 * The state of one file in an upload queue. `rejected`, `failed`, `canceled` and `uploaded` are final: the queue does not leave
 * them without a call of `retry` or `remove`.
 */
export type UploadItemStatus =
  /** The file breaks a rule, or is in the queue already. `error` says which. */
  | 'rejected'
  /** The upload was restored without its bytes: add the same file again. */
  | 'needs-file'
  | 'queued'
  | 'uploading'
  /** All bytes are sent. Uploadcare, or the uploads endpoint, has not finished. */
  | 'processing'
  | 'paused'
  /** A request failed and is sent again later. `waitingFor` says when. */
  | 'waiting'
  | 'failed'
  | 'canceled'
  | 'uploaded'

/** Why an upload waits: for the network, or for the moment of the next attempt. */
export type WaitingFor =
  | { reason: 'network' }
  | {
      reason: 'retry'
      /** What failed: a request to Uploadcare, the token endpoint, or the completion by the uploads endpoint. */
      what: 'upload' | 'token' | 'completion'
      /** Unix **milliseconds**. */
      retryAtMs: number
    }

/** One file of an upload queue, immutable. A change creates a new item with the same `id`. */
export interface UploadItem<Data = unknown> {
  readonly id: string
  /** Missing while the status is `needs-file`. */
  readonly file?: File
  readonly name: string
  readonly sizeBytes: number
  /** The MIME type that the browser derived from the name. `''` when it is unknown. */
  readonly type: string
  readonly status: UploadItemStatus
  /** From 0 to 1. */
  readonly progress: number
  readonly sentBytes: number
  /** 0 unless bytes are being sent. */
  readonly bytesPerSecond: number
  /** Missing while it cannot be estimated. */
  readonly secondsLeft?: number
  /** Present while the status is `waiting`. */
  readonly waitingFor?: WaitingFor
  /** Present while the status is `rejected` or `failed`. Its message says what to do. */
  readonly error?: Error
  /** Present once the status is `uploaded`. */
  readonly uploaded?: UploadcareFile
  /** What `onUploaded` of the upload route returned. Present once the status is `uploaded` and the queue has a `route`. */
  readonly data?: Data
}
