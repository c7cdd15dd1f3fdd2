import type { StoredBytes } from './stored-bytes.js'

/** Reads the first bytes of a file. Does not copy them if they are in one chunk. */
export async function readHead(
  { sizeBytes, read }: Pick<StoredBytes, 'sizeBytes' | 'read'>,
  maxBytes: number,
): Promise<Uint8Array> {
  const length = Math.min(sizeBytes, maxBytes)
  let head = new Uint8Array(0)
  let offset = 0
  for await (const chunk of read(0, length)) {
    if (offset === 0 && chunk.byteLength >= length) return chunk.subarray(0, length)
    if (offset === 0) head = new Uint8Array(length)
    head.set(chunk, offset)
    offset += chunk.byteLength
  }
  return head
}
