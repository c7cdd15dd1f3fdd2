import { assertKnownOptions } from '../options/assert-known-options.js'
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
  const source = route ? route.tokenSource : tokenSource
  if (!['signature', 'jwt'].includes(credential))
    throw new TypeError('"credential" must be "signature" or "jwt"')
  if (!['undefined', 'object', 'function'].includes(typeof metadata)) {
    throw new TypeError('"metadata" must be an object with strings, or a function that returns one')
  }
  for (const [name, value] of Object.entries({ errorText, onProperties })) {
    if (typeof value !== 'function') throw new TypeError(`"${name}" must be a function`)
  }
  return { source, route, credential, metadata, errorText, onProperties }
}
