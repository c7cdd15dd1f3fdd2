import { assertHttpUrl } from './assert-http-url.js'
import { assertKnownOptions } from './assert-known-options.js'

/** The valid values of options: their names, a check, and its description. */
const RULES: readonly (readonly [names: string, isValid: (value: unknown) => boolean, expected: string])[] = [
  [
    'retryThrottledRequestMaxTimes retryNetworkErrorMaxTimes multipartMinFileSize offlineTimeoutMs',
    (value) => typeof value === 'number' && value >= 0,
    'a number, 0 or more',
  ],
  ['maxConcurrentRequests', (value) => typeof value === 'number' && value >= 1, 'a number, 1 or more'],
  [
    'multipartChunkSize',
    (value) => Number.isInteger(value) && Number(value) > 0,
    'a whole number of bytes, 1 or more',
  ],
  ['onProgress onEvent onFileProgress', (value) => typeof value === 'function', 'a function'],
  ['publicKey fileName contentType baseURL baseCDN id', (value) => typeof value === 'string', 'a string'],
  [
    'metadata',
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'an object of strings',
  ],
  ['tags', Array.isArray, 'an array of strings'],
  ['signal', (value) => 'aborted' in (Object(value) as object), 'an AbortSignal'],
]

/**
 * Rejects credentials, unknown names and invalid values.
 *
 * @param isStrict whether every unknown name is rejected. `SecureUploadClient` passes them on, because upload-client may
 *   know them
 * @throws {TypeError} naming the option.
 */
export function assertUploadOptions(options: object, names: readonly string[], isStrict = false): void {
  for (const name of ['secureSignature', 'secureExpire', 'authToken']) {
    if (name in (Object(options) as object)) {
      throw new TypeError(
        `"${name}" comes from the token endpoint. Remove it, or use UploadClient to set a fixed one`,
      )
    }
  }
  assertKnownOptions(options, names, isStrict)
  const values = options as Record<string, unknown>
  for (const [rule, isValid, expected] of RULES) {
    for (const name of rule.split(' ')) {
      const value = values[name]
      if (value !== undefined && !isValid(value)) throw new TypeError(`"${name}" must be ${expected}`)
    }
  }
  if (typeof values['baseURL'] === 'string') assertHttpUrl('baseURL', values['baseURL'])
}
