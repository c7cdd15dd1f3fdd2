import type { SecureUploadError } from '@secure-uploading/core/token'
import type { TokenEvent } from '../token-source/token-event.js'

/** A request of an upload, named by its path. */
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

/** The reason to repeat a request: throttled, a network error, a status of 500 or more. */
export type RetryReason = 'throttled' | 'network' | 'server'

/** The file that an event is about. Missing in events of a request that belongs to no single file, like `group`. */
export interface EventFile {
  id?: string
  name?: string
  /** The names of the files that share the request, in `uploadSmallFiles`. */
  names?: readonly string[]
}

/** The events of uploads, for a log, a metric or a status display. No event contains a token. */
export type UploadEvent = EventFile & UploadEventDetails

type UploadEventDetails =
  /** Uploadcare refused a token. `ageMs` counts from when it was fetched. */
  | { type: 'refused'; what: UploadRequest; code: string; ageMs: number }
  /**
   * A request failed, from its first attempt on, and another attempt follows in `delayMs`. `because` names what it waits for,
   * `status` the HTTP status if there was an answer.
   */
  | {
      type: 'retried'
      what: UploadRequest
      because: RetryReason
      attempt: number
      delayMs: number
      status?: number
    }
  /** The device is offline. The request is sent when it is online again. */
  | { type: 'waiting'; what: UploadRequest; for: 'network' }
  /**
   * The token endpoint failed, from its first attempt on, and is asked again in `delayMs`. The request is sent with the token. All
   * requests that wait for one token have this event; `retried` of the token source comes once.
   */
  | { type: 'waiting'; what: UploadRequest; for: 'token'; delayMs: number; error: SecureUploadError }
  /** A resumable upload was paused or resumed. */
  | { type: 'paused' | 'resumed' }
  /** A file took longer to upload than a token is valid. It is sent in parts instead, which need no token. */
  | { type: 'split'; sizeBytes: number }

/** The events that `onEvent` of a `SecureUploadClient` receives. */
export type ClientEvent = TokenEvent | UploadEvent
