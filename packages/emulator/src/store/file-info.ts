import { IMAGE_TYPES } from '../image/image-info.js'
import { sanitizedName } from './sanitized-name.js'
import type { StoredFile } from './stored-file.js'

/** Creates the file info of the Upload API, with its keys in Uploadcare's order. */
export function fileInfo(file: StoredFile): Record<string, unknown> {
  const { sizeBytes } = file.bytes
  return {
    size: sizeBytes,
    total: sizeBytes,
    done: sizeBytes,
    uuid: file.uuid,
    file_id: file.uuid,
    original_filename: file.originalFilename,
    is_image: file.image !== null,
    is_stored: file.storedAtMs !== null,
    image_info: file.image,
    video_info: null,
    content_info: contentInfo(file),
    is_ready: true,
    filename: sanitizedName(file.originalFilename),
    mime_type: file.declaredType,
    metadata: file.metadata,
  }
}

/** Returns the MIME type detected from the bytes, or the declared one. */
export function contentType(file: StoredFile): string {
  return file.image === null ? file.declaredType : IMAGE_TYPES[file.image.format]
}

function contentInfo(file: StoredFile): Record<string, unknown> {
  const mime = contentType(file).replace(/;.*$/s, '').trim()
  const [type = '', subtype = ''] = mime.split('/')
  return { mime: { mime, type, subtype }, ...(file.image === null ? {} : { image: file.image }) }
}
