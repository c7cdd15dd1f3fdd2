// 10 minutes in milliseconds are 600000: a longer lifetime is a mistake in the unit far more often than a wish.
const LONGEST_LIFETIME_SECONDS = 604_800

/**
 * Checks a lifetime in seconds.
 *
 * @throws {TypeError} naming the option and its unit.
 */
export function assertLifetime(option: string, seconds: unknown): asserts seconds is number {
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds <= 0) {
    throw new TypeError(`"${option}" must be a positive whole number of seconds`)
  }
  if (seconds > LONGEST_LIFETIME_SECONDS) {
    throw new TypeError(
      `"${option}" must be a lifetime in seconds of at most 7 days (${LONGEST_LIFETIME_SECONDS}): ${seconds} looks like milliseconds`,
    )
  }
}
