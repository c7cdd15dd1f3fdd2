/** @throws {TypeError} naming the first option that is present but not a function. */
export function assertFunctions(options: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && typeof value !== 'function')
      throw new TypeError(`"${name}" must be a function`)
  }
}
