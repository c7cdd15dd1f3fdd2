import type { UploadToken } from '@secure-uploading/core/token'
import type { ClientClock } from './clock.js'
import type { TokenEvent } from './token-event.js'

/** What `new Headers` takes, named in a way that needs no types of the DOM. */
type HeadersOption = NonNullable<ConstructorParameters<typeof Headers>[0]>

export interface TokenSourceOptions {
  /**
   * The address of the token endpoint. Outside of a browser it must be absolute. Give this or
   * {@link TokenSourceOptions.fetchToken}.
   */
  endpoint?: string | URL
  /** Gets a token in a way of your own. What it resolves to is read like the endpoint's JSON answer. */
  fetchToken?: (context: { signal: AbortSignal }) => Promise<unknown>
  /** Headers for the endpoint. A function is called for each request: a token of your own may have been renewed. */
  headers?: HeadersOption | (() => HeadersOption | Promise<HeadersOption>)
  /** Whether cookies go along: `same-origin` unless given, `include` for an endpoint of another origin. */
  credentials?: 'omit' | 'same-origin' | 'include'
  /** What asks the endpoint: the platform's `fetch` unless given. */
  fetch?: typeof fetch
  /** A token that the page was rendered with. Saves the first request. */
  initialToken?: UploadToken
  /** How many **milliseconds** one request to the endpoint may take: 10000 unless given. */
  timeoutMs?: number
  /** How often a request is repeated when the network, a 429 or a 5xx stood in its way: 5 times unless given. */
  maxRetries?: number
  /** Hears what happens. What it throws is ignored. */
  onEvent?: (event: TokenEvent) => void
  /** The clock, for tests. */
  clock?: Partial<ClientClock>
  /** From 0 to 1, for tests: `Math.random` unless given. */
  random?: () => number
}
