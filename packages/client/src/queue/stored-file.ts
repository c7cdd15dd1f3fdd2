/** A file of an unfinished upload, as it is stored for a reload. It contains no token. */
export interface StoredFile {
  owner: string
  name: string
  sizeBytes: number
  type: string
  lastModified: number
  metadata: Record<string, string> | undefined
  /** Unix **milliseconds**. */
  addedAtMs: number
  /** Missing when the bytes could not be stored. */
  file?: File
}

/** A file that is stored. */
export interface KeptFile {
  id: string
  /** The number in the id. */
  number: number
  stored: Omit<StoredFile, 'owner'>
}

/** A file of an earlier page. */
export interface RestoredFile {
  id: string
  /** The parts of the id. */
  prefix: string
  number: number
  isPaused: boolean
  stored: StoredFile
}

/** The key of the list of stored files, which belongs to one user. */
export const INDEX_KEY = 'queue'

/** The key of the stored session of a file in parts. */
export const partsKeyOf = (id: string): string => `queue-parts/${id}`
