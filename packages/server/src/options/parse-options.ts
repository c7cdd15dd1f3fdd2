import { closestName } from './closest-name.js'

/**
 * Checks that options are an object with known names only: a misspelled `rateLimit` would be no limit.
 *
 * @param prefix the path of nested options, such as `rateLimit.`
 * @throws {TypeError} naming the unknown option and the known ones.
 */
export function assertOptions(options: unknown, known: readonly string[], prefix = ''): void {
  if (typeof options !== 'object' || options === null) {
    const option = prefix === '' ? 'The options' : `"${prefix.slice(0, -1)}"`
    throw new TypeError(`${option} must be an object. Expected: { ${known.join(', ')} }`)
  }
  assertKnownNames(options, known, (name) => `Unknown option "${prefix}${name}".`)
}

/** @throws {TypeError} beginning with `describe(name)` when an object has a name that is not known. */
export function assertKnownNames(
  value: object,
  known: readonly string[],
  describe: (name: string) => string,
): void {
  const unknown = Object.keys(value).find((name) => !known.includes(name))
  if (unknown === undefined) return
  const closest = closestName(unknown, known)
  const suggestion = closest === undefined ? '' : ` Did you mean "${closest}"?`
  throw new TypeError(`${describe(unknown)}${suggestion} Expected one of: ${known.join(', ')}`)
}

/** @throws {TypeError} naming the first option that is present but not a function. */
export function assertFunctions(options: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && typeof value !== 'function')
      throw new TypeError(`"${name}" must be a function`)
  }
}
