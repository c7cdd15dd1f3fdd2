/** A file to upload and its status. */
export interface Upload {
  readonly file: File
  readonly controller: AbortController
  status: 'waiting' | 'uploading' | 'done' | 'failed' | 'canceled'
  /** From 0 to 1. */
  sentShare: number
  /** Address of the uploaded file. */
  url?: string
  /** Why the upload failed, in one sentence. */
  reason?: string
}
