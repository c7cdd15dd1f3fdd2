import { assertHttpUrl } from '../options/assert-http-url.js'
import { assertTokenSource } from '../options/assert-token-source.js'
import { assertUploadOptions } from '../options/assert-upload-options.js'
import type { SecureUploadSettings } from './secure-upload-settings.js'

/** The names of the settings that no upload has, separated by spaces. */
export const SETTING_NAMES = 'tokenEndpoint tokenSource'

/** @throws {TypeError} naming the setting. */
export function assertClientSettings(settings: SecureUploadSettings): void {
  assertUploadOptions(settings, false, SETTING_NAMES)
  const { tokenEndpoint, tokenSource } = settings
  // JavaScript and casts can set both, which the type refuses.
  if ([tokenEndpoint, tokenSource].every(Boolean)) {
    throw new TypeError('Set only one of "tokenEndpoint" and "tokenSource"')
  }
  if (tokenEndpoint === undefined && !tokenSource && typeof location === 'undefined') {
    throw new TypeError('"tokenEndpoint" is required outside of a browser: set its absolute URL')
  }
  if (tokenSource) assertTokenSource('tokenSource', tokenSource)
  else if (tokenEndpoint !== undefined) assertHttpUrl('tokenEndpoint', tokenEndpoint)
}
