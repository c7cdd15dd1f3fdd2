import type { SecureUploadError } from '@secure-uploading/core/token'

/** The events of a token source, for a log, a metric or a status display. No event contains a token. */
export type TokenEvent =
  /** The first token arrived, or the first one after `clear()`. */
  | { type: 'fetched'; expiresInMs: number; tookMs: number }
  /** A token replaced one that was about to expire or had been refused. */
  | { type: 'refreshed'; expiresInMs: number; tookMs: number }
  /** A token was dropped because Uploadcare refused it. */
  | { type: 'invalidated'; ageMs: number }
  | TokenRetriedEvent
  /** No attempt is left, or the answer was final. Every caller that waits for the token gets this error. */
  | { type: 'failed'; error: unknown }
  | { type: 'cleared' }

/** An attempt to fetch a token failed, and another one follows in `delayMs`. */
export interface TokenRetriedEvent {
  type: 'retried'
  what: 'token'
  attempt: number
  delayMs: number
  error: SecureUploadError
}
