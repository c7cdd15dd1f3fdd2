import type { SecureToken, UploadToken } from '@secure-uploading/core/token'
import type { ClientClock } from './clock.js'
import type { TokenSourceOptions } from './token-source-options.js'

/** What a token source knows about a token that it handed out. */
export interface TokenAge {
  /** **Milliseconds** since the request for it was sent. */
  ageMs: number
  /** The **milliseconds** it was issued for. */
  lifeMs: number
}

/** A cache in front of the token endpoint: one fetch at a time, refreshed in time, invalidated when refused. */
export interface TokenSource {
  /**
   * Gives a token that is valid now and for a while. All that ask while one is being fetched share that request.
   *
   * @throws {SecureUploadError} when there is none to be had; its `code` says why, its message what to do.
   * @throws the reason of `signal` as soon as that aborts, and an `AbortError` on {@link TokenSource.clear}.
   */
  getToken(options?: { signal?: AbortSignal | undefined }): Promise<UploadToken>
  /** Drops this token, which was refused, unless another one has taken its place already. */
  invalidate(token: UploadToken): void
  /** Forgets everything (the user signed out): drops the token, aborts the fetch under way, ignores its late answer. */
  clear(): void
  /**
   * Takes over new functions and keeps the token: for a component that makes new closures whenever it renders.
   */
  update(next: Pick<TokenSourceOptions, 'fetchToken' | 'headers' | 'onEvent'>): void
  /** Tells how old a token is: the one given, or the one in the cache. */
  describe(token?: UploadToken): TokenAge | undefined
  /**
   * Serves as `secureUploadsSignatureResolver` of `@uploadcare/file-uploader` and `@uploadcare/react-uploader`. It needs
   * no `this`.
   */
  readonly signatureResolver: () => Promise<SecureToken>
  /** Serves as `authToken` of clients of Uploadcare's that send auth tokens. */
  readonly authTokenProvider: AuthTokenProvider
  /**
   * Aborts at the next {@link TokenSource.clear}: what was begun for one user must not go on with the tokens of another.
   */
  readonly session: AbortSignal
  /** The clock by which it judges. */
  readonly clock: ClientClock
}

/** The shape in which Uploadcare's newer clients take an auth token. */
export interface AuthTokenProvider {
  getToken(): Promise<string>
  invalidate(token?: string): void
}
