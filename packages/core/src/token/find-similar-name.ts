const MOST_EDITS = 2

/**
 * Returns the first candidate that a name may be a misspelling of: with at most two edits (Levenshtein distance), in half of
 * its characters, in any case.
 */
export const findSimilarName = (name: string, candidates: readonly string[]): string | undefined =>
  candidates.find((candidate) =>
    isWithin(Math.min(MOST_EDITS, candidate.length / 2), name.toLowerCase(), candidate.toLowerCase()),
  )

/** Whether one text becomes the other with at most this number of insertions, deletions and replacements. */
function isWithin(edits: number, one: string, other: string): boolean {
  if (edits < 0 || one === other) return edits >= 0
  const [a, b] = [one.slice(1), other.slice(1)]
  if (one[0] === other[0]) return isWithin(edits, a, b)
  return isWithin(edits - 1, a, b) || isWithin(edits - 1, a, other) || isWithin(edits - 1, one, b)
}
