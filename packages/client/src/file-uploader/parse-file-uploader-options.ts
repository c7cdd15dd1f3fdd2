import { assertKnownOptions } from '../options/assert-known-options.js'
import { assertTokenSource } from '../options/assert-token-source.js'
import { isMetadata } from '../options/is-metadata.js'
import type { UploadRoute } from '../routes/upload-route.js'
import type { TokenSource } from '../token-source/token-source.js'
import { defaultErrorText } from './error-shown.js'
import type { FileUploaderOptions } from './file-uploader-options.js'

const NAMES = ['route', 'tokenSource', 'credential', 'metadata', 'errorText', 'onProperties']

/** The options of a connection with their defaults. */
export interface ConnectionSettings<Data> {
  source: TokenSource
  route: UploadRoute<Data> | undefined
  credential: 'signature' | 'jwt'
  metadata: FileUploaderOptions['metadata']
  errorText: (error: Error) => string
  onProperties: FileUploaderOptions['onProperties']
}

/** @throws {TypeError} naming an unknown or invalid option. */
export function parseFileUploaderOptions<Data>(options: FileUploaderOptions<Data>): ConnectionSettings<Data> {
  assertKnownOptions(options, NAMES)
  const { route, tokenSource, credential = 'signature', errorText = defaultErrorText } = options
  const { metadata, onProperties } = options
  if (Boolean(route) === Boolean(tokenSource)) throw new TypeError('Set either "route" or "tokenSource"')
  if (tokenSource) assertTokenSource('tokenSource', tokenSource)
  if (route && !isUploadRoute(route))
    throw new TypeError('"route" must be an upload route: create one with createUploadRoutes')
  const source = route ? route.tokenSource : tokenSource
  if (!['signature', 'jwt'].includes(credential))
    throw new TypeError('"credential" must be "signature" or "jwt"')
  if (typeof metadata !== 'function') assertMetadata(metadata ?? {})
  for (const [name, value] of Object.entries({ errorText, onProperties })) {
    if (typeof value !== 'function') throw new TypeError(`"${name}" must be a function`)
  }
  return { source, route, credential, metadata, errorText, onProperties }
}

const isUploadRoute = (route: object): boolean => 'tokenSource' in Object(route) && 'completeUploads' in route

/** @throws {TypeError} when a value is not an object of strings. */
export function assertMetadata(metadata: unknown): void {
  if (isMetadata(metadata)) return
  throw new TypeError('"metadata" must be an object with strings, or a function that returns one')
}
