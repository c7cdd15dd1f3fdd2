/** Tells whether a text has more characters than this: code points, so that an emoji counts as one. */
export function isLongerThan(text: string, mostCharacters: number): boolean {
  // None is stored in more than two units, so that of a text of megabytes only the beginning matters.
  return Array.from(text.slice(0, 2 * mostCharacters + 1)).length > mostCharacters
}
