import type { StoredFile } from './stored-file.js'

/** The files of an emulator. A deleted file keeps its attributes, as on Uploadcare, but not its bytes. */
export interface FileList {
  /** Returns a file that is not deleted. */
  get(uuid: string): StoredFile | undefined
  /** Returns a file, also a deleted one. */
  getAny(uuid: string): StoredFile | undefined
  /** Lists the files that are not deleted, oldest first; of one project if `publicKey` is given. */
  list(publicKey?: string): readonly StoredFile[]
  /** Lists the deleted files, oldest first; of one project if `publicKey` is given. */
  listRemoved(publicKey?: string): readonly StoredFile[]
  /** Adds a file, or replaces the one with its UUID. */
  set(file: StoredFile): void
  /** Removes all files without freeing their bytes. */
  clear(): void
}

/** Creates an empty list of files. */
export function createFileList(): FileList {
  const files = new Map<string, StoredFile>()
  const select = (isRemoved: boolean, publicKey: string | undefined): StoredFile[] =>
    [...files.values()].filter(
      (file) =>
        (file.removedAtMs !== null) === isRemoved &&
        (publicKey === undefined || file.publicKey === publicKey),
    )
  return {
    get(uuid) {
      const file = files.get(uuid)
      return file?.removedAtMs === null ? file : undefined
    },
    getAny: (uuid) => files.get(uuid),
    list: (publicKey) => select(false, publicKey),
    listRemoved: (publicKey) => select(true, publicKey),
    set: (file) => void files.set(file.uuid, file),
    clear() {
      files.clear()
    },
  }
}
