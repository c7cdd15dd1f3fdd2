import { assertTokenSource } from '../options/assert-token-source.js'
import { assertUploadOptions } from '../options/assert-upload-options.js'
import { guardListeners } from '../options/guard-listeners.js'
import type { Undefinable } from '../options/undefinable.js'
import { withoutUndefined, type Defined } from '../options/without-undefined.js'
import { contextOf } from '../requests/context-of.js'
import type { RequestContext } from '../requests/request-context.js'
import type { UploadEvent } from '../requests/upload-event.js'
import type { UploadOptions } from '../requests/upload-options.js'
import type { TokenSource } from '../token-source/token-source.js'

/** Options of the upload functions: those of upload-client and of this package. */
export interface UploadFunctionOptions extends Undefinable<UploadOptions> {
  /** Called for each event of the upload. */
  onEvent?: ((event: UploadEvent) => void) | undefined
}

export interface PreparedCall<Options> {
  context: RequestContext
  options: Options
}

/**
 * Checks the arguments of a function.
 *
 * @param moreNames the names of its own options, separated by spaces
 * @throws {TypeError} when the source or an option is invalid.
 */
export function prepareCall<Options extends UploadFunctionOptions>(
  source: TokenSource,
  options: Options,
  moreNames?: string,
): PreparedCall<Defined<Options>> {
  assertTokenSource('source', source)
  assertUploadOptions(options, true, moreNames)
  return { context: contextOf(source, options.onEvent), options: guardListeners(withoutUndefined(options)) }
}
