import { assertHttpUrl } from './assert-http-url.js'
import { assertKnownOptions } from './assert-known-options.js'

/** The smallest value of each numeric option. */
const LEAST = {
  retryThrottledRequestMaxTimes: 0,
  retryNetworkErrorMaxTimes: 0,
  maxConcurrentRequests: 1,
  multipartMinFileSize: 0,
  multipartChunkSize: 1,
  offlineTimeoutMs: 0,
}

const FUNCTIONS = ['onProgress', 'onEvent', 'onFileProgress']

/**
 * Rejects credentials, unknown names and invalid values.
 *
 * @param isStrict whether every unknown name is rejected. `SecureUploadClient` passes them on, because upload-client may
 *   know them
 * @throws {TypeError} naming the option.
 */
export function assertUploadOptions(options: object, names: readonly string[], isStrict = false): void {
  for (const name of ['secureSignature', 'secureExpire', 'authToken']) {
    if (name in options) {
      throw new TypeError(
        `"${name}" comes from the token endpoint. Remove it, or use UploadClient to set a fixed one`,
      )
    }
  }
  assertKnownOptions(options, names, isStrict)
  const values = options as Record<string, unknown>
  for (const [name, least] of Object.entries(LEAST)) {
    const value = values[name] ?? least
    if (!(typeof value === 'number' && value >= least)) {
      throw new TypeError(`"${name}" must be a number, ${String(least)} or more`)
    }
  }
  for (const name of FUNCTIONS) {
    if (!['undefined', 'function'].includes(typeof values[name])) {
      throw new TypeError(`"${name}" must be a function`)
    }
  }
  if (typeof values['baseURL'] === 'string') assertHttpUrl('baseURL', values['baseURL'])
}
