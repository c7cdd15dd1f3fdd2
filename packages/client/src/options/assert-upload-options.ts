import type { UploadOptions } from '../requests/upload-options.js'

const COUNTS = [
  ['retryThrottledRequestMaxTimes', 0],
  ['retryNetworkErrorMaxTimes', 0],
  ['maxConcurrentRequests', 1],
] as const

/**
 * Rejects manual signatures and invalid counts.
 *
 * @throws {TypeError} naming the option.
 */
export function assertUploadOptions(options: Pick<UploadOptions, (typeof COUNTS)[number][0]>): void {
  for (const name of ['secureSignature', 'secureExpire']) {
    if (name in options) {
      throw new TypeError(
        `"${name}" comes from the token endpoint. Remove it, or use UploadClient to set a fixed one`,
      )
    }
  }
  for (const [name, least] of COUNTS) {
    const count = options[name] ?? least
    if (!(count >= least)) throw new TypeError(`"${name}" must be ${least} or more`)
  }
}
