/**
 * Checks an optional string.
 *
 * @throws {TypeError} naming the option
 */
export function assertNonEmptyString(option: string, value: unknown): asserts value is string | undefined {
  if (value === undefined || (typeof value === 'string' && value !== '')) return
  throw new TypeError(`"${option}" must be a non-empty string.`)
}
