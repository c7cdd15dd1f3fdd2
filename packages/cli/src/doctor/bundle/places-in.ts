/** A place in a text, both from 1. */
export interface Place {
  line: number
  column: number
}

export const BEGINNING: Place = { line: 1, column: 1 }

/**
 * Makes a function that tells the place of an index in a text.
 *
 * @param start where the text begins, when it is a piece of another one
 */
export function placesIn(text: string, start = BEGINNING): (index: number) => Place {
  const lineStarts = [0]
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) lineStarts.push(end + 1)

  return (index) => {
    let line = 0
    // Halves what is left until it is the last line that starts at the index or before.
    for (let beyond = lineStarts.length; beyond - line > 1;) {
      const middle = (line + beyond) >> 1
      if ((lineStarts[middle] ?? 0) <= index) line = middle
      else beyond = middle
    }
    const before = index - (lineStarts[line] ?? 0)
    return { line: start.line + line, column: before + (line === 0 ? start.column : 1) }
  }
}
