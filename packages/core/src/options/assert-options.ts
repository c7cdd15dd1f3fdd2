import { findSimilarName } from '../token/find-similar-name.js'

/**
 * Checks that options are an object with known names only.
 *
 * @param path the name of the option that contains these options, for messages
 * @throws {TypeError} naming the unknown option and the closest known one, or all known ones
 */
export function assertOptions(
  options: unknown,
  known: readonly string[],
  path?: string,
): asserts options is object {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${path === undefined ? 'The options' : `"${path}"`} must be an object.`)
  }
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue
    const prefix = path === undefined ? '' : `${path}.`
    const similar = findSimilarName(name, known)
    throw new TypeError(
      `Unknown option "${prefix}${name}". ${similar === undefined ? `Expected one of: ${known.join(', ')}.` : `Did you mean "${prefix}${similar}"?`}`,
    )
  }
}
