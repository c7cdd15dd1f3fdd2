import type { FileGroup } from './file-group.js'
import type { MultipartUpload } from './multipart-upload.js'
import type { StoredFile } from './stored-file.js'

/** What an emulator holds of its projects' files. Each emulator has its own. */
export interface Store {
  files: Map<string, StoredFile>
  uploads: Map<string, MultipartUpload>
  groups: Map<string, FileGroup>
  /** Forgets everything and frees the bytes. */
  clear(): Promise<void>
}

/** Makes an empty store. */
export function createStore(): Store {
  const files = new Map<string, StoredFile>()
  const uploads = new Map<string, MultipartUpload>()
  const groups = new Map<string, FileGroup>()
  return {
    files,
    uploads,
    groups,
    async clear() {
      const kept = [
        ...[...files.values()].map((file) => file.bytes),
        ...[...uploads.values()].flatMap((upload) => [...upload.parts.values()]),
      ]
      files.clear()
      uploads.clear()
      groups.clear()
      await Promise.all(kept.map((bytes) => bytes.discard()))
    },
  }
}
