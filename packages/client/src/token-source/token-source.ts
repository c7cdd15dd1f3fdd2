import type { SecureToken, UploadToken } from '@secure-uploading/core/token'
import type { ClientClock } from '../time/clock.js'
import type { TokenRetriedEvent } from './token-event.js'
import type { TokenSourceOptions } from './token-source-options.js'

/** The age of a token that a source handed out. */
export interface TokenAge {
  /** **Milliseconds** since the request for it was sent. */
  ageMs: number
  /** The lifetime it was issued with, in **milliseconds**. */
  lifeMs: number
}

export interface GetTokenOptions {
  signal?: AbortSignal | undefined
  /** Called after each request to the endpoint that failed and is repeated while this call waits for the token. */
  onRetry?: ((event: TokenRetriedEvent) => void) | undefined
}

/** A cache in front of the token endpoint: one fetch at a time, refreshed in time, invalidated when refused. */
export interface TokenSource {
  /**
   * Returns a token that is valid now and for a while. Callers that wait for a token share one request.
   *
   * @throws {SecureUploadError} if no token can be obtained. Its `code` names the reason, its message what to do.
   * @throws the reason of `signal` as soon as that aborts, and an `AbortError` on {@link TokenSource.clear}.
   */
  getToken(options?: GetTokenOptions): Promise<UploadToken>
  /**
   * Drops a token that was refused. Has no effect when another token has replaced it.
   *
   * @param token by default the token that was last returned. One that replaced a refused token less than 5 s ago is kept
   *   then, so that ten requests that were refused one after the other cause one fetch
   */
  invalidate(token?: UploadToken): void
  /** Resets the source when the user signs out: drops the token, aborts the pending fetch, ignores its late answer. */
  clear(): void
  /** Replaces callbacks and keeps the token, for a component that creates new closures on each render. */
  update(next: Pick<TokenSourceOptions, 'fetchToken' | 'headers' | 'onEvent'>): void
  /** Returns the age of the given token, or of the cached one. */
  describe(token?: UploadToken): TokenAge | undefined
  /**
   * A `secureUploadsSignatureResolver` for `@uploadcare/file-uploader` and `@uploadcare/react-uploader`. It does not use
   * `this`.
   */
  readonly signatureResolver: () => Promise<SecureToken>
  /** An `authToken` option for Uploadcare's clients that send auth tokens. */
  readonly authTokenProvider: AuthTokenProvider
  /**
   * Aborts at the next {@link TokenSource.clear}: an upload that one user started must not continue with the tokens of
   * another.
   */
  readonly session: AbortSignal
  /** The clock that measures the age of tokens. */
  readonly clock: ClientClock
}

/** The auth token provider that Uploadcare's clients accept. */
export interface AuthTokenProvider {
  getToken(): Promise<string>
  invalidate(token?: string): void
}
