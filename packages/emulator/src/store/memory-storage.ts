import { StorageFullError } from '../errors/storage-full-error.js'
import type { ByteStorage } from './stored-bytes.js'

/**
 * Creates a storage in memory, which keeps chunks as they arrived.
 *
 * @throws {TypeError} when the limit is not a positive number of bytes.
 */
export function createMemoryStorage(limitBytes: number): ByteStorage {
  if (!(limitBytes > 0)) throw new TypeError('"memoryLimitBytes" must be a positive number of bytes')
  let usedBytes = 0
  return {
    async keep(incoming) {
      let chunks: Uint8Array[] = []
      let sizeBytes = 0
      let isFull = false
      try {
        for await (const chunk of incoming) {
          isFull ||= usedBytes + chunk.byteLength > limitBytes
          // Read to the end: stopping would cut the connection of a client that is still sending.
          if (isFull) continue
          usedBytes += chunk.byteLength
          sizeBytes += chunk.byteLength
          chunks.push(chunk)
        }
        if (isFull) throw new StorageFullError()
      } catch (error) {
        usedBytes -= sizeBytes
        throw error
      }
      let isDiscarded = false
      return {
        sizeBytes,
        read: (fromByte = 0, toByte = sizeBytes) => readChunks(chunks, fromByte, toByte),
        async discard() {
          if (!isDiscarded) usedBytes -= sizeBytes
          isDiscarded = true
          chunks = []
          return Promise.resolve()
        },
      }
    },
  }
}

async function* readChunks(
  chunks: readonly Uint8Array[],
  fromByte: number,
  toByte: number,
): AsyncGenerator<Uint8Array> {
  let offset = 0
  for (const chunk of chunks) {
    const from = Math.max(fromByte - offset, 0)
    const to = Math.min(toByte - offset, chunk.byteLength)
    if (from < to) yield chunk.subarray(from, to)
    offset += chunk.byteLength
    if (offset >= toByte) return
    await Promise.resolve()
  }
}
