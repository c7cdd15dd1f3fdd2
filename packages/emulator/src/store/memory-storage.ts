import type { ByteStorage, StoredBytes } from './stored-bytes.js'

/** Keeps bytes in memory, in the chunks in which they came. */
export function createMemoryStorage(): ByteStorage {
  return {
    async keep(incoming) {
      let chunks: Uint8Array[] = []
      let sizeBytes = 0
      for await (const chunk of incoming) {
        chunks.push(chunk)
        sizeBytes += chunk.byteLength
      }
      return {
        sizeBytes,
        read: (fromByte = 0, toByte = sizeBytes) => readChunks(chunks, fromByte, toByte),
        discard: async () => {
          chunks = []
          return Promise.resolve()
        },
      } satisfies StoredBytes
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
