/** Bytes that were kept, in memory or on a disk. */
export interface StoredBytes {
  readonly sizeBytes: number
  /** Reads from one offset to another, the end excluded; all of it unless told otherwise. */
  read(fromByte?: number, toByte?: number): AsyncIterable<Uint8Array>
  /** Frees what they occupy. */
  discard(): Promise<void>
}

/** Where the bytes of uploads are kept. */
export interface ByteStorage {
  /** Keeps all chunks; nothing is kept when reading them fails. */
  keep(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<StoredBytes>
}
