/** Returns the known name that a misspelled one most likely stands for. */
export function closestName(misspelled: string, known: readonly string[]): string | undefined {
  const distances = known.map((name) => editDistance(misspelled.toLowerCase(), name.toLowerCase()))
  const smallest = Math.min(...distances)
  const isClose = smallest <= Math.max(1, Math.floor(misspelled.length / 3))
  return isClose ? known[distances.indexOf(smallest)] : undefined
}

/** Counts the insertions, deletions and replacements of characters that turn one text into the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1]
      const replaced = (previous[column - 1] ?? 0) + (isSame ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[to.length] ?? 0
}
