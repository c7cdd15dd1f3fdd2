import type { FileFromOptions, UploadcareFile } from '@uploadcare/upload-client'
import type { ResumeStore } from './resume-store.js'

export interface ResumableUploadOptions extends Partial<
  Omit<FileFromOptions, 'secureSignature' | 'secureExpire'>
> {
  /**
   * A name under which this upload is remembered, so that it goes on after a reload. Without one it can only be paused.
   */
  resumeKey?: string
  /** Where it is remembered: IndexedDB unless given. */
  resumeStore?: ResumeStore
}

/** An upload that can be paused. */
export interface ResumableUpload {
  /** Stops sending. What has arrived stays. */
  pause(): void
  /** Goes on with what is missing. */
  resume(): void
  /** Stops for good: `result` rejects with upload-client's `CancelError`. What was stored stays, for another try. */
  abort(): void
  /** Removes what was stored for a time after a reload. */
  clear(): Promise<void>
  /** The file, when it is there. */
  readonly result: Promise<UploadcareFile>
}
