/** Stored bytes, in memory or on disk. */
export interface StoredBytes {
  readonly sizeBytes: number
  /** Reads a range of bytes; the end is exclusive. Reads everything without arguments. */
  read(fromByte?: number, toByte?: number): AsyncIterable<Uint8Array>
  /** Frees the space. */
  discard(): Promise<void>
}

/** A storage for the bytes of uploads. */
export interface ByteStorage {
  /** Stores all chunks. Stores nothing when reading them fails. */
  keep(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<StoredBytes>
}
