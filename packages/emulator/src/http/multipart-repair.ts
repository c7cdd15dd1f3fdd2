/**
 * Creates a filter that removes the preamble of a multipart body: the bytes before its first boundary (RFC 2046, section
 * 5.1.1).
 *
 * @returns a function that returns the bytes to parse, or `undefined` before the first boundary.
 */
export function createPreambleFilter(boundary: string): (chunk: Uint8Array) => Uint8Array | undefined {
  const delimiter = new TextEncoder().encode(`--${boundary}`)
  let pending: Uint8Array = new Uint8Array(0)
  let isBody = false
  return (chunk) => {
    if (isBody) return chunk
    const data = pending.byteLength === 0 ? chunk : concat([pending, chunk])
    for (let index = indexOf(data, delimiter, 0); index !== -1; index = indexOf(data, delimiter, index + 1)) {
      if (index > 0 && data[index - 1] !== LINE_FEED) continue
      isBody = true
      return data.subarray(index)
    }
    // The boundary may begin in this chunk. The byte before it shows whether it begins a line.
    pending = data.slice(Math.max(0, data.byteLength - delimiter.byteLength - 1))
    return undefined
  }
}

/** Converts the part headers of a multipart body from Latin-1 to UTF-8, where they are not UTF-8. */
export function withUtf8Headers(chunks: readonly Uint8Array[], boundary: string): Uint8Array {
  const body = concat([new TextEncoder().encode('\r\n'), ...chunks])
  const delimiter = new TextEncoder().encode(`\r\n--${boundary}`)
  const headerEnd = new TextEncoder().encode('\r\n\r\n')
  const pieces: Uint8Array[] = []
  let offset = 0
  for (let start = indexOf(body, delimiter, 0); start !== -1; start = indexOf(body, delimiter, offset)) {
    const headers = start + delimiter.byteLength
    const end = indexOf(body, headerEnd, headers)
    if (end === -1) break
    pieces.push(body.subarray(offset, headers), toUtf8(body.subarray(headers, end)))
    offset = end
  }
  return concat([...pieces, body.subarray(offset)]).subarray(2)
}

const LINE_FEED = 0x0a

function toUtf8(bytes: Uint8Array): Uint8Array {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return bytes
  } catch {
    return new TextEncoder().encode(new TextDecoder('latin1').decode(bytes))
  }
}

function indexOf(data: Uint8Array, pattern: Uint8Array, from: number): number {
  const [first = 0] = pattern
  for (let start = data.indexOf(first, from); start !== -1; start = data.indexOf(first, start + 1)) {
    if (pattern.every((byte, index) => data[start + index] === byte)) return start
  }
  return -1
}

function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0))
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}
