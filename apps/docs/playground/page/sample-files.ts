const LARGE_BYTES = 12_000_000
const LARGEST_RANDOM_BYTES = 65_536

/** Creates text files of a few bytes each. */
export const smallFiles = (count: number): File[] =>
  Array.from(
    { length: count },
    (_, index) =>
      new File([`This is file ${String(index + 1)}.\n`], `note-${String(index + 1)}.txt`, {
        type: 'text/plain',
      }),
  )

/** Creates a file of 12 MB with random content, which is uploaded in three parts. */
export function largeFile(): File {
  const bytes = new Uint8Array(LARGE_BYTES)
  for (let start = 0; start < bytes.length; start += LARGEST_RANDOM_BYTES)
    crypto.getRandomValues(bytes.subarray(start, start + LARGEST_RANDOM_BYTES))
  return new File([bytes], 'large.bin', { type: 'application/octet-stream' })
}
