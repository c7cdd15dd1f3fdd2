/** A file on its way. */
export interface Upload {
  readonly file: File
  readonly controller: AbortController
  status: 'waiting' | 'uploading' | 'done' | 'failed' | 'canceled'
  /** From 0 to 1. */
  sentShare: number
  /** Where the file is, once it is done. */
  url?: string
  /** What went wrong, in a sentence. */
  reason?: string
}
