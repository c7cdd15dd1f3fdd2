/** A stretch of a file, in **bytes**, the end excluded. */
export interface ByteRange {
  fromByte: number
  toByte: number
}

/**
 * Reads a `Range` header with one range. Undefined means the whole file: no range, one that cannot be read, or
 * several, which a server need not serve.
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
    // The last so many bytes.
    const fromByte = Math.max(sizeBytes - Number(last), 0)
    return fromByte < sizeBytes ? { fromByte, toByte: sizeBytes } : 'unsatisfiable'
  }
  const fromByte = Number(first)
  const toByte = last === '' ? sizeBytes : Math.min(Number(last) + 1, sizeBytes)
  if (last !== '' && Number(last) < fromByte) return undefined
  return fromByte < sizeBytes ? { fromByte, toByte } : 'unsatisfiable'
}
