import type { StoredBytes } from './stored-bytes.js'

/** A multipart upload between its start and its completion. */
export interface MultipartUpload {
  uuid: string
  /** The `uploadId` of S3. */
  uploadId: string
  /** Signs the part URLs. */
  signingSecret: string
  publicKey: string
  originalFilename: string
  declaredType: string
  sizeBytes: number
  partSizeBytes: number
  isStored: boolean
  metadata: Readonly<Record<string, string>>
  tags: readonly string[]
  startedAtMs: number
  /** By part number, from 1. Sending a part again replaces it. */
  parts: Map<number, StoredBytes>
}

/** Returns the number of parts of an upload. */
export function partCount({ sizeBytes, partSizeBytes }: MultipartUpload): number {
  return Math.ceil(sizeBytes / partSizeBytes)
}
