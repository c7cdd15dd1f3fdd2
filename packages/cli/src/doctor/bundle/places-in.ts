/** A place in a text. Line and column start at 1. */
export interface Place {
  line: number
  column: number
}

export const START: Place = { line: 1, column: 1 }

/**
 * Creates a function that converts an index in a text to a place.
 *
 * @param start the place where the text starts, if it is a piece of a longer one
 */
export function placesIn(text: string, start = START): (index: number) => Place {
  const lineStarts = [0]
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) lineStarts.push(end + 1)

  return (index) => {
    let line = 0
    // Binary search for the last line that starts at or before the index.
    for (let beyond = lineStarts.length; beyond - line > 1;) {
      const middle = (line + beyond) >> 1
      if ((lineStarts[middle] ?? 0) <= index) line = middle
      else beyond = middle
    }
    const before = index - (lineStarts[line] ?? 0)
    return { line: start.line + line, column: before + (line === 0 ? start.column : 1) }
  }
}
