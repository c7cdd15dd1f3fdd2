const MAX_CHARACTERS = 200

/** Makes text from outside safe for a log: printable ASCII characters only, cut to 200. */
export function toPrintable(text: string): string {
  const printable = text.replaceAll(/[^ -~]/g, '?')
  return printable.length <= MAX_CHARACTERS ? printable : `${printable.slice(0, MAX_CHARACTERS - 1)}…`
}
