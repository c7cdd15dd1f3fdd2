/**
 * Reads options that may come from JavaScript: a misspelt one would do nothing, and nobody would see it.
 *
 * @throws {TypeError} naming an option that there is not.
 */
export function readOptions(options: unknown, known: readonly string[]): Record<string, unknown> {
  if (typeof options !== 'object' || options === null) throw new TypeError('The options must be an object')
  const unknownOption = Object.keys(options).find((name) => !known.includes(name))
  if (unknownOption !== undefined) {
    throw new TypeError(`"${unknownOption}" is not an option. There are ${known.join(', ')}`)
  }
  return { ...options }
}

/** @throws {TypeError} naming the option that is there and no function. */
export function assertFunctions(options: Record<string, unknown>, names: readonly string[]): void {
  for (const name of names) {
    if (options[name] !== undefined && typeof options[name] !== 'function') {
      throw new TypeError(`"${name}" must be a function`)
    }
  }
}
