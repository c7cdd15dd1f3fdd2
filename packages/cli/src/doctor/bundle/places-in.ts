/** Makes a function that tells the line and the column of an index in a text, both from 1. */
export function placesIn(text: string): (index: number) => string {
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
    return `${line + 1}:${index - (lineStarts[line] ?? 0) + 1}`
  }
}
