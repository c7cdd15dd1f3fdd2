import type { UploadOptions } from '../upload/upload-options.js'

const COUNTS = [
  ['retryThrottledRequestMaxTimes', 0],
  ['retryNetworkErrorMaxTimes', 0],
  ['maxConcurrentRequests', 1],
] as const

/**
 * Makes sure that nobody signs by hand what the token source signs, and that counts are counts.
 *
 * @throws {TypeError} when an option is wrong, naming it.
 */
export function assertUploadOptions(options: Pick<UploadOptions, (typeof COUNTS)[number][0]>): void {
  for (const name of ['secureSignature', 'secureExpire']) {
    if (name in options) {
      throw new TypeError(
        `"${name}" comes from the token endpoint. Leave it out, or use UploadClient for a fixed one`,
      )
    }
  }
  for (const [name, least] of COUNTS) {
    const count = options[name] ?? least
    if (!(count >= least)) throw new TypeError(`"${name}" must be ${least} or more`)
  }
}
