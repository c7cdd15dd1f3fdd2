import type { StoredFile } from '../store/stored-file.js'

/** The state of an upload from a URL. Sizes are in **bytes**. */
export type SourceJobState =
  | { status: 'waiting' }
  | { status: 'progress'; done: number; total: number | 'unknown' }
  | { status: 'success'; file: StoredFile }
  | { status: 'error'; error: string; errorCode: string }

/** An upload from a URL. */
export interface SourceJob {
  state: SourceJobState
  /** Aborts the download. */
  abort(): void
}
