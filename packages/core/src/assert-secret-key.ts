/**
 * Checks a project's secret key.
 *
 * @throws {TypeError} if it is not a string, or is blank
 */
export function assertSecretKey(secretKey: unknown): asserts secretKey is string {
  if (typeof secretKey !== 'string' || secretKey.trim() === '') {
    throw new TypeError('"secretKey" is missing or blank. Pass the secret key of your Uploadcare project.')
  }
}
