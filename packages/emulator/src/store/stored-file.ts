import type { ImageInfo } from '../image/image-info.js'
import type { StoredBytes } from './stored-bytes.js'

/** A file of a project, with its attributes. */
export interface StoredFile {
  uuid: string
  publicKey: string
  originalFilename: string
  /** The MIME type declared by the client. */
  declaredType: string
  bytes: StoredBytes
  image: ImageInfo | null
  isStored: boolean
  metadata: Readonly<Record<string, string>>
  tags: readonly string[]
  uploadedAtMs: number
}
