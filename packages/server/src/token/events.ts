import type { DeniedEvent } from '../http/denial.js'
import type { Credential } from './credential.js'

/** The check of the token endpoint that refused a request. */
export type TokenDenialReason = 'method' | 'cross-origin' | 'unauthenticated' | 'forbidden' | 'rate-limit'

/** Event passed to `onDeny`. */
export interface TokenDenied extends DeniedEvent {
  reason: TokenDenialReason
  /** The origin of the page, as the browser sent it. Only with `cross-origin`. */
  origin?: string
  /** The host that the origin was compared with. Only with `cross-origin`. */
  host?: string
  /** Why the origin was refused, and which option allows it. Only with `cross-origin`. */
  hint?: string
  /** The user who was refused, as `authorize` named them. Only with `rate-limit`. */
  subject?: string
  /** Time until a retry may succeed, in whole **seconds**. Only with `rate-limit`. */
  retryAfter?: number
  /** The error that `authorize` threw to refuse the request. */
  cause?: unknown
}

/** Event passed to `onIssue`. It contains neither a secret nor the token. */
export interface TokenIssued {
  /** The user who received the token, as `authorize` named them. */
  subject?: string
  publicKey: string
  credential: Credential
  /** The id of this token: the `jti` of an auth token and the `tokenId` of its receipt. Absent without either. */
  tokenId?: string
  /** The upload route of the token. Only from an uploads endpoint. */
  route?: string
  /** The remaining lifetime when the token was sent, in whole **seconds**. */
  expiresIn: number
  expiresAt: Date
}
