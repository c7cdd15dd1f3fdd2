/** A file on its way, and how far it has come. */
export interface Upload {
  readonly id: number
  readonly file: File
  readonly status: UploadStatus
}

export type UploadStatus =
  /** In the queue: nothing has been sent. */
  | { kind: 'waiting' }
  /** `sentShare` goes from 0 to 1. */
  | { kind: 'uploading'; sentShare: number }
  | { kind: 'done'; url: string }
  /** `reason` is a sentence for the person at the screen. */
  | { kind: 'failed'; reason: string }
  | { kind: 'cancelled' }

/** Whether there is still something to come for this file. */
export function isUnfinished({ status }: Upload): boolean {
  return status.kind === 'waiting' || status.kind === 'uploading'
}
