import type { FileFromOptions, UploadcareFile } from '@uploadcare/upload-client'
import type { ResumeStore } from './resume-store.js'

export interface ResumableUploadOptions extends Partial<
  Omit<FileFromOptions, 'secureSignature' | 'secureExpire'>
> {
  /** The name under which this upload is stored, so that it resumes after a reload. Without one it can only be paused. */
  resumeKey?: string
  /**
   * The store for unfinished uploads.
   *
   * @default indexedDbStore
   */
  resumeStore?: ResumeStore
}

/** An upload that can be paused. */
export interface ResumableUpload {
  /** Stops sending. Stored parts are kept. */
  pause(): void
  /** Sends the missing parts. */
  resume(): void
  /** Ends the upload: `result` rejects with upload-client's `CancelError`. The stored session is kept. */
  abort(): void
  /** Deletes the stored session. */
  clear(): Promise<void>
  /** Resolves to the uploaded file. */
  readonly result: Promise<UploadcareFile>
}
