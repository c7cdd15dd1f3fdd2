import { camelizeString, type UploadcareFile } from '@uploadcare/upload-client'

/** Puts the keys back that upload-client rewrote: of `user_id` it makes `userId`. The values are what is stored. */
export function withSentMetadata(file: UploadcareFile, sent: Record<string, string> = {}): UploadcareFile {
  if (!file.metadata) return file
  const keys = Object.fromEntries(Object.keys(sent).map((key) => [camelizeString(key), key]))
  const stored = Object.entries(file.metadata).map(([key, value]) => [keys[key] ?? key, value])
  return Object.assign(file, { metadata: Object.fromEntries(stored) as Record<string, string> })
}
