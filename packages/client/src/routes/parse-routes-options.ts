import { assertHttpUrl } from '../options/assert-http-url.js'
import { assertUploadOptions } from '../options/assert-upload-options.js'
import { withoutUndefined, type Defined } from '../options/without-undefined.js'
import type { UploadFunctionOptions } from '../functions/function-options.js'
import type { ClientEvent } from '../requests/upload-event.js'
import { assertTokenSourceOptions } from '../token-source/parse-token-source-options.js'
import type { TokenSourceOptions } from '../token-source/token-source-options.js'

/** The options of an uploads endpoint that are also those of a token source. */
type EndpointOptions = Pick<
  TokenSourceOptions,
  'headers' | 'credentials' | 'fetch' | 'timeoutMs' | 'maxRetries' | 'clock' | 'random'
>

/** The options of every upload of a route. The server sets the metadata and stores the files. */
export type RouteUploadSettings = Omit<
  UploadFunctionOptions,
  'store' | 'signal' | 'onProgress' | 'fileName' | 'contentType' | 'metadata' | 'id'
>

/** The address of the uploads endpoint, the options of its requests, and settings of uploads. */
export interface UploadRoutesOptions extends EndpointOptions, Omit<RouteUploadSettings, 'onEvent'> {
  /** Called for each event of the uploads and of the tokens. */
  onEvent?: ((event: ClientEvent) => void) | undefined
  /**
   * The address of the uploads endpoint. Outside of a browser it must be absolute.
   *
   * @default '/api/uploads', in browsers
   */
  endpoint?: string | URL | undefined
}

export interface RoutesSettings {
  endpoint: string
  token: EndpointOptions & Pick<TokenSourceOptions, 'onEvent'>
  uploads: Defined<RouteUploadSettings>
}

const ENDPOINT_NAMES = 'endpoint headers credentials fetch timeoutMs maxRetries clock random'

/** @throws {TypeError} naming an invalid option. */
export function parseRoutesOptions(options: UploadRoutesOptions): RoutesSettings {
  assertUploadOptions(options, true, ENDPOINT_NAMES)
  const { endpoint, headers, credentials, fetch, timeoutMs, maxRetries, clock, random, ...uploads } = options
  if (endpoint === undefined && typeof location === 'undefined') {
    throw new TypeError(
      'Set "endpoint" to the absolute URL of the uploads endpoint: outside of a browser there is no default',
    )
  }
  if (endpoint !== undefined) assertHttpUrl('endpoint', endpoint)
  for (const name of ['store', 'metadata']) {
    if (name in uploads) throw new TypeError(`"${name}" is decided by the upload route. Remove it`)
  }
  const token = {
    headers,
    credentials,
    fetch,
    timeoutMs,
    maxRetries,
    clock,
    random,
    onEvent: options.onEvent,
  }
  assertTokenSourceOptions(token)
  return {
    endpoint: String(endpoint ?? '/api/uploads'),
    token,
    uploads: withoutUndefined(uploads),
  }
}

/** Returns the address of the endpoint for a route. */
export function addressOf(endpoint: string, route: string): string {
  const address = endpoint.replace(/#.*/s, '')
  return `${address}${address.includes('?') ? '&' : '?'}route=${encodeURIComponent(route)}`
}
