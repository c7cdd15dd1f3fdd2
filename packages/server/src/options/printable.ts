/** Makes text from outside safe for a log: printable ASCII characters only, cut to a length. */
export function toPrintable(text: string, maxCharacters = 200): string {
  const printable = text.replaceAll(/[^ -~]/g, '?')
  return printable.length <= maxCharacters ? printable : `${printable.slice(0, maxCharacters - 1)}…`
}

/** Formats an invalid value of an option for an error message. Never throws, contrary to `JSON.stringify`. */
export function quoteValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  return Object(value) === value ? `[${typeof value}]` : String(value)
}
