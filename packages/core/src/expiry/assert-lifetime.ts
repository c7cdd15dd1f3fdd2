// Ten minutes in milliseconds are 600000, so most values above this limit are milliseconds.
const MAX_LIFETIME_SECONDS = 604_800

/**
 * Checks a lifetime in seconds.
 *
 * @throws {TypeError} naming the option, its unit and its limit
 */
export function assertLifetime(option: string, seconds: unknown): asserts seconds is number {
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds <= 0) {
    throw new TypeError(`"${option}" must be a positive whole number of seconds.`)
  }
  if (seconds > MAX_LIFETIME_SECONDS) {
    throw new TypeError(
      `"${option}" must be at most 7 days (${MAX_LIFETIME_SECONDS} seconds), but is ${seconds}. If it is in milliseconds, divide it by 1000.`,
    )
  }
}
