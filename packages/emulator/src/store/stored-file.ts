import type { ImageInfo } from '../image/image-info.js'
import type { StoredBytes } from './stored-bytes.js'

/** A file of a project, with its attributes. Immutable: the file list replaces it when it changes. */
export interface StoredFile {
  readonly uuid: string
  readonly publicKey: string
  readonly originalFilename: string
  /** The MIME type declared by the client. */
  readonly declaredType: string
  readonly bytes: StoredBytes
  readonly image: ImageInfo | null
  /** The MIME type detected from the bytes. */
  readonly contentType: string
  readonly metadata: Readonly<Record<string, string>>
  readonly tags: readonly string[]
  /** In Unix **milliseconds**. */
  readonly uploadedAtMs: number
  /** In Unix **milliseconds**; `null` while the file is not stored. */
  readonly storedAtMs: number | null
  /** In Unix **milliseconds**; `null` while the file is not deleted. The bytes of a deleted file are gone. */
  readonly removedAtMs: number | null
}
