import type { StoredBytes } from './stored-bytes.js'

/** Concatenates the parts of a multipart upload without copying them. */
export function joinBytes(parts: readonly StoredBytes[]): StoredBytes {
  const sizeBytes = parts.reduce((total, part) => total + part.sizeBytes, 0)
  return {
    sizeBytes,
    read: (fromByte = 0, toByte = sizeBytes) => readParts(parts, fromByte, toByte),
    discard: async () => {
      await Promise.all(parts.map((part) => part.discard()))
    },
  }
}

async function* readParts(
  parts: readonly StoredBytes[],
  fromByte: number,
  toByte: number,
): AsyncGenerator<Uint8Array> {
  let offset = 0
  for (const part of parts) {
    const from = Math.max(fromByte - offset, 0)
    const to = Math.min(toByte - offset, part.sizeBytes)
    if (from < to) yield* part.read(from, to)
    offset += part.sizeBytes
    if (offset >= toByte) return
  }
}
