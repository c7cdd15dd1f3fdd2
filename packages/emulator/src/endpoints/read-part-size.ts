import { apiError } from '../errors/upload-api-error.js'

/** S3's limits, which apply to the Upload API too. Only the last part of an upload may be smaller. */
const MIN_PART_BYTES = 5_242_880
export const MAX_PART_BYTES = 5_368_709_120

/**
 * Reads `part_size`, in **bytes**.
 *
 * @returns 5 MiB when it is missing.
 * @throws {UploadApiError} when it is not an integer, or outside S3's limits.
 */
export function readPartSize(value: string | undefined): number {
  if (value === undefined) return MIN_PART_BYTES
  if (!/^\d{1,15}$/.test(value)) throw apiError('MultipartPartSizeInvalidError')
  const partSizeBytes = Number(value)
  if (partSizeBytes < MIN_PART_BYTES) throw apiError('MultipartPartSizeTooSmallError')
  if (partSizeBytes > MAX_PART_BYTES) throw apiError('MultipartPartSizeTooBigError')
  return partSizeBytes
}
