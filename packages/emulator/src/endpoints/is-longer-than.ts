/** Checks whether a text has more characters than the maximum. Counts code points, so an emoji is one character. */
export function isLongerThan(text: string, maxCharacters: number): boolean {
  // A code point has at most two UTF-16 units, so a prefix is enough, even of a text of megabytes.
  return Array.from(text.slice(0, 2 * maxCharacters + 1)).length > maxCharacters
}
