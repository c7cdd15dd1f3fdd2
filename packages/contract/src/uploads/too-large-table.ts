/** Sizes and limits in bytes, and the message of `ERR_FILE_TOO_LARGE`. The server and the client share it. */
export const TOO_LARGE_TABLE: readonly (readonly [sizeBytes: number, maxBytes: number, message: string])[] = [
  [5_000_001, 5_000_000, 'The file has 5.1 MB, and at most 5 MB are accepted. Choose a smaller file.'],
  [6_000_000, 5_242_880, 'The file has 6 MB, and at most 5.2 MB are accepted. Choose a smaller file.'],
  [5_242_881, 5_242_880, 'The file has 5.3 MB, and at most 5.2 MB are accepted. Choose a smaller file.'],
  [1_000_000, 999_999, 'The file has 1 MB, and at most 999.9 kB are accepted. Choose a smaller file.'],
  [1000, 999, 'The file has 1 kB, and at most 999 B are accepted. Choose a smaller file.'],
  [12, 10, 'The file has 12 B, and at most 10 B are accepted. Choose a smaller file.'],
  [7e15, 2 ** 31, 'The file has 7000 TB, and at most 2.1 GB are accepted. Choose a smaller file.'],
]
