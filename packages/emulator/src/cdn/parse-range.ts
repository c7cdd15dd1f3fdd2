/** A byte range of a file; the end is exclusive. */
export interface ByteRange {
  fromByte: number
  toByte: number
}

/**
 * Parses a `Range` header with a single range.
 *
 * @returns `undefined` for the whole file: no range, an invalid one, or several, which a server may ignore.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-range
 */
export function parseRange(
  header: string | null,
  sizeBytes: number,
): ByteRange | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  if (first === '') {
    // A suffix range: the last N bytes.
    const fromByte = Math.max(sizeBytes - Number(last), 0)
    return fromByte < sizeBytes ? { fromByte, toByte: sizeBytes } : 'unsatisfiable'
  }
  const fromByte = Number(first)
  const toByte = last === '' ? sizeBytes : Math.min(Number(last) + 1, sizeBytes)
  if (last !== '' && Number(last) < fromByte) return undefined
  return fromByte < sizeBytes ? { fromByte, toByte } : 'unsatisfiable'
}
