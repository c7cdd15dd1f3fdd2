import type { JournalEntry } from '../control/state/journal.js'
import type { Emulation } from '../emulation.js'
import type { EndpointName } from '../endpoints/endpoint-name.js'
import type { UploadApiError } from '../errors/upload-api-error.js'
import type { RequestBody } from './request-body.js'
import type { ServerBindings } from './server-bindings.js'

/** A request and its context while it is handled. */
export interface Exchange {
  readonly request: Request
  readonly url: URL
  /** The path of the endpoint, as in its documentation, however the client wrote its slashes. */
  readonly path: string
  /** The URL below which the client reaches files and parts, without a trailing slash. */
  readonly baseUrl: string
  /** The named segments of the path. */
  readonly params: Readonly<Record<string, string>>
  readonly emulation: Emulation
  /** The body of `request`. Endpoints must not read `request.body` themselves. */
  readonly body: RequestBody
  readonly bindings: ServerBindings
  readonly entry: JournalEntry
  /** Set when a fault refuses the credential. */
  readonly refusal: UploadApiError | undefined
}

/** A path and its handler. */
export interface ServedEndpoint {
  readonly name: EndpointName
  readonly path: string
  /** @throws {UploadApiError} to refuse the request. */
  answer(exchange: Exchange): Promise<Response>
  /**
   * Creates the response to a refused request.
   *
   * @default the form of the Upload API
   */
  describeError?(error: UploadApiError, exchange: Exchange): Response
}

export type EndpointMethod = 'GET' | 'POST' | 'PUT'

/** One endpoint of the Upload API: its route and its handler. */
export interface Endpoint extends ServedEndpoint {
  readonly methods: readonly EndpointMethod[]
  /** The value of `Access-Control-Allow-Methods`. `HEAD` is allowed if it is listed. */
  readonly allowMethods: string
}
