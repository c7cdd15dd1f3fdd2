import { camelizeString, type UploadcareFile } from '@uploadcare/upload-client'

/** Restores the metadata keys that upload-client changed: it turns `user_id` into `userId`. The values are the stored ones. */
export function restoreMetadataKeys(file: UploadcareFile, sent: Record<string, string> = {}): UploadcareFile {
  if (!file.metadata) return file
  const keys = new Map<string, string>(Object.keys(sent).map((key) => [camelizeString(key), key]))
  const stored = Object.entries(file.metadata).map(([key, value]) => [keys.get(key) ?? key, value])
  return Object.assign(file, { metadata: Object.fromEntries(stored) as Record<string, string> })
}
