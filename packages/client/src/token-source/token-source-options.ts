import type { UploadToken } from '@secure-uploading/core/token'
import type { ClientClock } from '../time/clock.js'
import type { TokenEvent } from './token-event.js'

/** The argument of `new Headers`, named in a way that needs no DOM types. */
type HeadersOption = NonNullable<ConstructorParameters<typeof Headers>[0]>

export interface TokenSourceOptions {
  /**
   * The address of the token endpoint. Outside of a browser it must be absolute. Set this or
   * {@link TokenSourceOptions.fetchToken}.
   *
   * @default '/api/upload-token', in browsers
   */
  endpoint?: string | URL | undefined
  /** Fetches a token. The result is parsed like the JSON of the endpoint. */
  fetchToken?: ((context: { signal: AbortSignal }) => Promise<unknown>) | undefined
  /** Headers for the endpoint. A function is called for each request, so that it can return a renewed session token. */
  headers?: HeadersOption | (() => HeadersOption | Promise<HeadersOption>) | undefined
  /**
   * Whether cookies are sent. Set `include` for an endpoint on another origin.
   *
   * @default 'same-origin'
   */
  credentials?: 'omit' | 'same-origin' | 'include' | undefined
  /**
   * Sends the requests to the endpoint.
   *
   * @default globalThis.fetch
   */
  fetch?: typeof fetch | undefined
  /** A token that the page was rendered with. Saves the first request. */
  initialToken?: UploadToken | undefined
  /**
   * The longest time for one request to the endpoint, in **milliseconds**.
   *
   * @default 10000
   */
  timeoutMs?: number | undefined
  /**
   * How many times a request is repeated after a network error, a timeout, a 408, 425, 429 or 5xx.
   *
   * @default 5
   */
  maxRetries?: number | undefined
  /**
   * How long `signatureResolver` and `authTokenProvider` wait while the device reports that it is offline, in **milliseconds**.
   * `Infinity` is allowed. Uploads of this package have their own option of this name.
   *
   * @default 300000
   */
  offlineTimeoutMs?: number | undefined
  /** Called for each event. Its errors are ignored. */
  onEvent?: ((event: TokenEvent) => void) | undefined
  /** The clock, for tests. */
  clock?: Partial<ClientClock> | undefined
  /**
   * Returns 0 to 1, for tests.
   *
   * @default Math.random
   */
  random?: (() => number) | undefined
}
