const CHUNK_BYTES = 16_384
const CHUNK_MS = 80

/**
 * Iterates over bytes as they arrive on a slow line, at about 200 kB per second.
 *
 * @param waitMs waits for this many milliseconds
 */
export async function* slowChunks(
  bytes: Uint8Array,
  waitMs: (durationMs: number) => Promise<unknown>,
): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    await waitMs(CHUNK_MS)
    yield bytes.subarray(start, start + CHUNK_BYTES)
  }
}
