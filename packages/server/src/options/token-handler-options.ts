import type { Clock } from '@secure-uploading/core'
import type { Authorize } from '../authorize/grant.js'
import type { TokenDenied } from '../hooks/token-denied.js'
import type { TokenIssued } from '../hooks/token-issued.js'
import type { Key } from '../keys/create-key-ring.js'
import type { RateLimit } from '../rate-limit/rate-limit.js'
import type { Receipts } from '../receipts/receipts.js'

/**
 * What is issued: `'signature'` (a secure token, which every client can send) or `'jwt'` (an auth token, which can be
 * restricted, and lives 24 hours at most).
 */
export type Credential = 'signature' | 'jwt'

/** The options of every adapter. `Args` are what its framework calls a handler with. */
export interface TokenHandlerOptions<Args extends unknown[]> extends Clock {
  /**
   * The project's public key. A literal is checked at once; a function is asked for each token, and may choose by
   * request.
   */
  publicKey: Key<Args>
  /**
   * The project's secret key, likewise. As a function it is not needed before the first request, so that a build can do
   * without: `() => process.env.UPLOADCARE_SECRET_KEY`. A slow look-up should keep its own answer.
   */
  secretKey: Key<Args>
  /** Decides who may upload. `'anyone'` lets in everybody who can reach the endpoint. */
  authorize: 'anyone' | Authorize<Args>
  /** How long a token lives, in whole **seconds**: 1800 (30 minutes) unless given. */
  expiresIn?: number
  /** What is issued: `'signature'` unless given. */
  credential?: Credential
  /** Names a token: the `jti` of an auth token, and what its receipt calls it. `crypto.randomUUID` unless given. */
  createTokenId?: () => string
  /** Other origins whose pages may ask, exactly as browsers send them: `https://app.example.com`. None unless given. */
  allowedOrigins?: readonly string[]
  /** Whether `X-Forwarded-Host` is believed. Only behind a proxy that sets it. `false` unless given. */
  trustProxy?: boolean
  /** How many tokens somebody may get. No limit unless given. */
  rateLimit?: RateLimit<Args>
  /**
   * Issues an upload receipt with each token, which ties a file to the grant's `subject`: the client puts it into the
   * metadata of its files, and the webhook handler checks it. No receipts unless given.
   */
  receipts?: Receipts<Args>
  /** Called after a token was issued. Nobody waits for it. */
  onIssue?: (event: TokenIssued, ...args: Args) => unknown
  /** Called after a request was refused. Nobody waits for it. */
  onDeny?: (event: TokenDenied, ...args: Args) => unknown
  /** Called with what was thrown when the answer is a 500. `console.error` unless given. Nobody waits for it. */
  onError?: (error: unknown, ...args: Args) => unknown
}
