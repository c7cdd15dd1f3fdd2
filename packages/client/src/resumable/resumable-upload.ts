import type { UploadcareFile } from '@uploadcare/upload-client'
import type { UploadFunctionOptions } from '../functions/function-options.js'
import type { ResumeStore } from './resume-store.js'

export interface ResumableUploadOptions extends UploadFunctionOptions {
  /** The name under which this upload is stored, so that it resumes after a reload. Without one it can only be paused. */
  resumeKey?: string | undefined
  /**
   * The store for unfinished uploads.
   *
   * @default indexedDbStore
   */
  resumeStore?: ResumeStore | undefined
  /**
   * The user that a stored session belongs to. Sessions of one owner are never resumed by another. `'anyone'` resumes for
   * every user of this browser. Without an owner, nothing is stored.
   *
   * @default the subject of the upload receipt that comes with the token
   */
  owner?: string | undefined
}

/** `uploaded`, `failed` and `canceled` are final. */
export type ResumableUploadState = 'uploading' | 'paused' | 'uploaded' | 'failed' | 'canceled'

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
  /** The current state. `onEvent` receives `paused` and `resumed`, and `result` settles at the end. */
  readonly state: ResumableUploadState
  /** Resolves to the uploaded file. */
  readonly result: Promise<UploadcareFile>
}
