import { isBrowser } from '../platform/index.js'
import type { UploadOptions } from './upload-options.js'

/**
 * Leaves out the `X-UC-User-Agent` header in browsers, because it causes a preflight for each request to another origin.
 * It is sent when the app sets `integration` or `userAgent`, and with an auth token, which causes a preflight anyway.
 */
export function userAgentOptions(
  { integration, userAgent }: Pick<UploadOptions, 'integration' | 'userAgent'>,
  hasAuthToken: boolean,
): Pick<UploadOptions, 'userAgent'> {
  if (integration || userAgent || hasAuthToken || !isBrowser()) return {}
  // upload-client's browser build omits a header that is undefined. Its type does not allow that.
  return { userAgent: (() => undefined) as unknown as () => string }
}
