const MAX_CHARACTERS = 200

/** Makes text of a client safe for a log: printable characters of ASCII only, cut to 200. */
export function toPrintable(text: string): string {
  const printable = text.replaceAll(/[^ -~]/g, '?')
  return printable.length <= MAX_CHARACTERS ? printable : `${printable.slice(0, MAX_CHARACTERS - 1)}…`
}
