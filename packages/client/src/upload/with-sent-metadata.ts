import type { UploadcareFile } from '@uploadcare/upload-client'

/** Puts the keys back that upload-client rewrote: of `user_id` it makes `userId`. What was sent is what was stored. */
export function withSentMetadata(
  file: UploadcareFile,
  metadata: Record<string, string> | undefined,
): UploadcareFile {
  return file.metadata && metadata ? Object.assign(file, { metadata: { ...metadata } }) : file
}
