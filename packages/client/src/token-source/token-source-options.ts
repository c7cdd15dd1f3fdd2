import type { UploadToken } from '@secure-uploading/core/token'
import type { ClientClock } from '../time/clock.js'
import type { TokenEvent } from './token-event.js'

/** The argument of `new Headers`, named in a way that needs no DOM types. */
type HeadersOption = NonNullable<ConstructorParameters<typeof Headers>[0]>

export interface TokenSourceOptions {
  /**
   * The address of the token endpoint. Outside of a browser it must be absolute. Set this or
   * {@link TokenSourceOptions.fetchToken}.
   */
  endpoint?: string | URL
  /** Fetches a token. The result is parsed like the JSON of the endpoint. */
  fetchToken?: (context: { signal: AbortSignal }) => Promise<unknown>
  /** Headers for the endpoint. A function is called for each request, so that it can return a renewed session token. */
  headers?: HeadersOption | (() => HeadersOption | Promise<HeadersOption>)
  /**
   * Whether cookies are sent. Set `include` for an endpoint on another origin.
   *
   * @default 'same-origin'
   */
  credentials?: 'omit' | 'same-origin' | 'include'
  /**
   * Sends the requests to the endpoint.
   *
   * @default globalThis.fetch
   */
  fetch?: typeof fetch
  /** A token that the page was rendered with. Saves the first request. */
  initialToken?: UploadToken
  /**
   * The longest time for one request to the endpoint, in **milliseconds**.
   *
   * @default 10000
   */
  timeoutMs?: number
  /**
   * How many times a request is repeated after a network error, a 429 or a 5xx.
   *
   * @default 5
   */
  maxRetries?: number
  /** Called for each event. Its errors are ignored. */
  onEvent?: (event: TokenEvent) => void
  /** The clock, for tests. */
  clock?: Partial<ClientClock>
  /**
   * Returns 0 to 1, for tests.
   *
   * @default Math.random
   */
  random?: () => number
}

/** @throws {TypeError} when an option is invalid, naming it. */
export function assertTokenSourceOptions(options: TokenSourceOptions): void {
  const { endpoint, fetchToken, timeoutMs = 1, maxRetries = 0 } = options
  if (!endpoint === !fetchToken) throw new TypeError('Set exactly one of "endpoint" and "fetchToken"')
  if (!(timeoutMs > 0)) throw new TypeError('"timeoutMs" must be more than 0 milliseconds')
  if (!(maxRetries >= 0)) throw new TypeError('"maxRetries" must be 0 or more')
}
