import type { TokenEvent } from '../token-source/token-event.js'

/** A request of an upload, by its path. */
export type UploadRequest =
  | 'base'
  | 'from_url'
  | 'from_url/status'
  | 'group'
  | 'group/info'
  | 'info'
  | 'multipart/start'
  | 'multipart/part'
  | 'multipart/complete'

/** Why a request is sent again: throttled, network away, an answer of 500 or more. */
export type RetryReason = 'throttled' | 'network' | 'server'

/** What happens to the requests of uploads, for a log, a metric or a panel. No event holds a token. */
export type UploadEvent =
  /** Uploadcare refused a token. `ageMs` counts from when it was fetched. */
  | { type: 'refused'; what: UploadRequest; code: string; ageMs: number }
  /** A request failed, and another attempt follows in `delayMs`. */
  | { type: 'retried'; what: UploadRequest; because: RetryReason; attempt: number; delayMs: number }
  /** The device has no connection. The request is sent again when it has one. */
  | { type: 'waiting'; what: UploadRequest; for: 'network' }
  /** A resumable upload stopped sending, or goes on. */
  | { type: 'paused' | 'resumed' }
  /** A file took longer than a token lives, and goes in parts now, which need none. */
  | { type: 'split'; sizeBytes: number }

/** Everything that `onEvent` of a `SecureUploadClient` hears. */
export type ClientEvent = TokenEvent | UploadEvent
