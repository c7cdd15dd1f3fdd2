import type { StoredFile } from '../store/stored-file.js'

/** How far an upload from a URL has come. Sizes are in **bytes**. */
export type SourceJobState =
  | { status: 'waiting' }
  | { status: 'progress'; done: number; total: number | 'unknown' }
  | { status: 'success'; file: StoredFile }
  | { status: 'error'; error: string; errorCode: string }

/** An upload from a URL. */
export interface SourceJob {
  state: SourceJobState
  /** Gives it up. */
  abort(): void
}
