import type { SecureUploadClient } from '../client/secure-upload-client.js'
import type { TokenSource } from '../token-source/token-source.js'
import type { Defined } from '../options/without-undefined.js'
import { prepareCall, type PreparedCall, type UploadFunctionOptions } from './function-options.js'

/**
 * Prepares a call that takes a client or a token source. Options of the call take precedence over the settings of the client.
 *
 * @throws {TypeError} when the target or an option is invalid.
 */
export function prepareTarget<Options extends UploadFunctionOptions>(
  target: SecureUploadClient | TokenSource,
  options: Options,
): PreparedCall<Defined<Options>> {
  const given = Object(target) as typeof target
  const [source, client] = 'tokenSource' in given ? [given.tokenSource, given] : [given]
  const onEvent = options.onEvent ?? client?.onEvent
  const prepared = prepareCall(source, { ...options, onEvent })
  return { context: prepared.context, options: { ...client?.uploadOptions, ...prepared.options } }
}
