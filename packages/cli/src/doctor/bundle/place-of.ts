/** Tells the line and the column of an index in a text, both from 1. */
export function placeOf(text: string, index: number): string {
  const lineStart = text.lastIndexOf('\n', index - 1) + 1
  const line = text.slice(0, lineStart).split('\n').length
  return `${line}:${index - lineStart + 1}`
}
