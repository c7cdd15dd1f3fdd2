/**
 * Checks a project's secret key.
 *
 * @throws {TypeError} when it is not a string, or blank.
 */
export function assertSecretKey(secretKey: unknown): asserts secretKey is string {
  if (typeof secretKey !== 'string' || secretKey.trim() === '') {
    throw new TypeError(
      '"secretKey" must be the secret key of your Uploadcare project: it is missing or blank',
    )
  }
}
