/** A file to upload and its status. */
export interface Upload {
  readonly id: number
  readonly file: File
  readonly status: UploadStatus
}

export type UploadStatus =
  /** Queued; no request has been sent. */
  | { kind: 'waiting' }
  | { kind: 'uploading'; sentBytes: number; bytesPerSecond: number | undefined }
  | { kind: 'done'; url: string }
  /** `reason` is a sentence for the user. */
  | { kind: 'failed'; reason: string }
  | { kind: 'canceled' }

/** Returns whether this file is queued or being uploaded. */
export function isUnfinished({ status }: Upload): boolean {
  return status.kind === 'waiting' || status.kind === 'uploading'
}
