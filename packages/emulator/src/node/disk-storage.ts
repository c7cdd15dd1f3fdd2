import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ByteStorage } from '../store/stored-bytes.js'
import { createRunFolder, runFileName } from './run-folder.js'

/** Bytes on a disk, and how to be rid of them. */
export interface DiskStorage extends ByteStorage {
  /** Removes the folder of this run. */
  close(): Promise<void>
}

/**
 * Keeps bytes in files, in a folder of its own below `directory`: they are streamed there and back, so that memory
 * stays small however large they are. Folders of runs that were killed are removed.
 *
 * @throws {Error} when the folder cannot be made.
 */
export async function createDiskStorage(directory: string): Promise<DiskStorage> {
  const folder = await createRunFolder(directory)
  return {
    async keep(chunks) {
      const file = path.join(folder, runFileName())
      let sizeBytes = 0
      async function* counted(): AsyncGenerator<Uint8Array> {
        for await (const chunk of chunks) {
          sizeBytes += chunk.byteLength
          yield chunk
        }
      }
      try {
        await pipeline(counted, createWriteStream(file))
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
    close: async () => rm(folder, { recursive: true, force: true }),
  }
}

async function* readFile(file: string, fromByte: number, toByte: number): AsyncGenerator<Uint8Array> {
  // A stream has no way to read nothing: its end is included.
  if (fromByte >= toByte) return
  yield* createReadStream(file, { start: fromByte, end: toByte - 1 }) as AsyncIterable<Uint8Array>
}
