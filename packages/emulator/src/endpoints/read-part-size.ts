import { apiError } from '../errors/upload-api-error.js'

/** S3's own limits, which the Upload API passes on. Only the last part of an upload may be shorter. */
export const SMALLEST_PART_BYTES = 5_242_880
export const LARGEST_PART_BYTES = 5_368_709_120

/**
 * Reads `part_size`, in **bytes**: 5 MiB unless given.
 *
 * @throws {UploadApiError} when it is no whole number, or out of S3's limits.
 */
export function readPartSize(value: string | undefined): number {
  if (value === undefined) return SMALLEST_PART_BYTES
  if (!/^\d{1,15}$/.test(value)) throw apiError('MultipartPartSizeInvalidError')
  const partSizeBytes = Number(value)
  if (partSizeBytes < SMALLEST_PART_BYTES) throw apiError('MultipartPartSizeTooSmallError')
  if (partSizeBytes > LARGEST_PART_BYTES) throw apiError('MultipartPartSizeTooBigError')
  return partSizeBytes
}
