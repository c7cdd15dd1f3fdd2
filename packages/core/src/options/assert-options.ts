const MAX_TYPO_DISTANCE = 2

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
    const similar = known.find((candidate) => isTypo(name, candidate))
    throw new TypeError(
      `Unknown option "${prefix}${name}". ${similar === undefined ? `Expected one of: ${known.join(', ')}.` : `Did you mean "${prefix}${similar}"?`}`,
    )
  }
}

/** Compares by the Levenshtein distance of the names in lower case. */
function isTypo(name: string, candidate: string): boolean {
  if (Math.abs(name.length - candidate.length) > MAX_TYPO_DISTANCE) return false
  const target = candidate.toLowerCase()
  let distances = Array.from({ length: target.length + 1 }, (_, column) => column)
  for (const [row, character] of Array.from(name.toLowerCase()).entries()) {
    const previous = distances
    distances = [row + 1]
    for (let column = 1; column <= target.length; column++) {
      const substitution = Number(previous[column - 1]) + Number(target[column - 1] !== character)
      distances.push(Math.min(substitution, Number(previous[column]) + 1, Number(distances[column - 1]) + 1))
    }
  }
  return Number(distances.at(-1)) <= Math.min(MAX_TYPO_DISTANCE, candidate.length / 2)
}
