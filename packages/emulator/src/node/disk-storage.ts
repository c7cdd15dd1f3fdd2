import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ByteStorage } from '../store/stored-bytes.js'
import { createRunFolder, runFileName } from './run-folder.js'

/** A storage on disk. */
export interface DiskStorage extends ByteStorage {
  /** Removes the folder of this run. */
  close(): Promise<void>
}

/**
 * Creates a storage on disk, in a new folder of this run below `directory`. Bytes are streamed, so memory use does not
 * depend on their size. Removes the folders of runs that were killed.
 *
 * @throws {Error} when the folder cannot be created.
 */
export async function createDiskStorage(directory: string): Promise<DiskStorage> {
  const folder = await createRunFolder(directory)
  return {
    async keep(chunks) {
      const file = path.join(folder.path, runFileName())
      let sizeBytes = 0
      async function* counted(): AsyncGenerator<Uint8Array> {
        for await (const chunk of chunks) {
          sizeBytes += chunk.byteLength
          yield chunk
        }
      }
      // Opened first: a write stream that fails early would create the file after it is removed.
      const handle = await open(file, 'wx')
      try {
        await pipeline(counted, handle.createWriteStream())
      } catch (error) {
        await rm(file, { force: true })
        throw error
      }
      return {
        sizeBytes,
        read: (fromByte = 0, toByte = sizeBytes) => readFile(file, fromByte, toByte),
        discard: async () => rm(file, { force: true }),
      }
    },
    close: async () => folder.remove(),
  }
}

async function* readFile(file: string, fromByte: number, toByte: number): AsyncGenerator<Uint8Array> {
  // The `end` of a read stream is inclusive, so it cannot read zero bytes.
  if (fromByte >= toByte) return
  yield* createReadStream(file, { start: fromByte, end: toByte - 1 }) as AsyncIterable<Uint8Array>
}
