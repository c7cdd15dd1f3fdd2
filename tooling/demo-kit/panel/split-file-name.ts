const TAIL_LENGTH = 4

/**
 * Splits a file name, so that truncation keeps the extension: "annual rep" and "ort.pdf". The extension keeps the last
 * characters of the stem, because an ellipsis before its dot would look like four dots.
 */
export function splitFileName(name: string): { stem: string; extension: string } {
  const dot = name.lastIndexOf('.')
  const isExtension = dot > 0 && name.length - dot <= 8
  if (!isExtension) return { stem: name, extension: '' }
  const tail = Array.from(name.slice(0, dot)).slice(-TAIL_LENGTH).join('')
  return { stem: name.slice(0, dot - tail.length), extension: tail + name.slice(dot) }
}
