/**
 * Rejects unknown options.
 *
 * @param isStrict whether every unknown name is rejected, and not only one that is close to a known name
 * @throws {TypeError} naming the option.
 */
export function assertKnownOptions(options: object, names: readonly string[], isStrict = true): void {
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue
    const meant = names.find((known) => isClose(name, known))
    if (meant !== undefined) throw new TypeError(`Unknown option "${name}". Did you mean "${meant}"?`)
    if (isStrict) throw new TypeError(`Unknown option "${name}". Expected one of: ${names.join(', ')}`)
  }
}

const MOST_EDITS = 2

/** Whether two names differ by at most two edits, and by less than half of their letters. */
function isClose(name: string, known: string): boolean {
  return known.length > MOST_EDITS * 2 && distance(name, known) <= MOST_EDITS
}

/** Returns the edit distance (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1)))
    }
    row = next
  }
  return row[other.length] ?? 0
}
