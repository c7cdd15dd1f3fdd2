import { originOf } from '../network/origin-of.js'
import { assertOptions, isAtLeast, isFunction, type OptionRule } from './assert-options.js'
import { isHeaderText } from './is-header-text.js'
import { isMetadata } from './is-metadata.js'

const isText = (value: unknown): boolean => typeof value === 'string'
export const isAbortSignal = (value: unknown): boolean => 'aborted' in (Object(value) as object)
const isHttpUrl = (value: unknown): boolean =>
  /^https?:/i.test(String(value)) && originOf(String(value)) !== ''

/** The options of uploads: those of upload-client that this package accepts, and its own. */
const RULES: readonly OptionRule[] = [
  [
    'publicKey fileName contentType baseURL baseCDN prefixedBaseCDN id source integration',
    isText,
    'a string',
  ],
  ['baseURL prefixedBaseCDN', isHttpUrl, 'an http or https URL'],
  // An app without a domain of its own may set an empty one.
  ['baseCDN', (value) => value === '' || isHttpUrl(value), 'an http or https URL'],
  ['store', (value) => value === 'auto' || typeof value === 'boolean', "true, false or 'auto'"],
  ['integration', isHeaderText, 'text for an HTTP header'],
  [
    'userAgent',
    (value) => isFunction(value) || isHeaderText(value),
    'text for an HTTP header, or a function',
  ],
  ['checkForUrlDuplicates saveUrlForRecurrentUploads'],
  [
    'pusherKey multipartMinLastPartSize maxContentLength pollingTimeoutMilliseconds jsonpCallback concurrency',
  ],
  ['signal', isAbortSignal, 'an AbortSignal'],
  ['onProgress onEvent onFileProgress', isFunction, 'a function'],
  [
    'retryThrottledRequestMaxTimes retryNetworkErrorMaxTimes multipartMinFileSize offlineTimeoutMs',
    isAtLeast(0),
    'a number, 0 or more',
  ],
  ['maxConcurrentRequests', isAtLeast(1), 'a number, 1 or more'],
  [
    'multipartChunkSize',
    (value) => Number.isInteger(value) && Number(value) > 0,
    'a whole number of bytes, 1 or more',
  ],
  ['metadata', isMetadata, 'an object of strings'],
  ['tags', (value) => Array.isArray(value) && value.every(isText), 'an array of strings'],
]

/**
 * Rejects credentials, unknown names and invalid values.
 *
 * @param isStrict whether every unknown name is rejected. `SecureUploadClient` passes them on, because upload-client may
 *   know them
 * @param moreNames the names of more options, separated by spaces
 * @throws {TypeError} naming the option.
 */
export function assertUploadOptions(options: object, isStrict: boolean, moreNames = ''): void {
  for (const name of ['secureSignature', 'secureExpire', 'authToken']) {
    if (name in (Object(options) as object)) {
      throw new TypeError(
        `"${name}" comes from the token endpoint. Remove it, or use UploadClient to set a fixed one`,
      )
    }
  }
  assertOptions(options, [...RULES, [moreNames]], isStrict)
}
