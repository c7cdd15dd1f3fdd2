/** Makes text from outside safe for a log: printable ASCII characters only, cut to a length. */
export function toPrintable(text: string, maxCharacters = 200): string {
  const printable = text.replaceAll(/[^ -~]/g, '?')
  return printable.length <= maxCharacters ? printable : `${printable.slice(0, maxCharacters - 1)}…`
}
