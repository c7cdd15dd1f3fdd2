import type { SecureUploadError } from '@secure-uploading/core/token'

/** What happens inside a token source, for a log, a metric or a panel. No event holds a token. */
export type TokenEvent =
  /** The first token is there, or the first one after `clear()`. */
  | { type: 'fetched'; expiresInMs: number; tookMs: number }
  /** A token took the place of one that was about to end or had been refused. */
  | { type: 'refreshed'; expiresInMs: number; tookMs: number }
  /** A token was dropped because Uploadcare refused it. */
  | { type: 'invalidated'; ageMs: number }
  /** An attempt to fetch a token failed, and another one follows in `delayMs`. */
  | { type: 'retried'; what: 'token'; attempt: number; delayMs: number; error: SecureUploadError }
  /** No attempt is left, or the answer was final: everybody who waited for the token gets this error. */
  | { type: 'failed'; error: unknown }
  | { type: 'cleared' }
