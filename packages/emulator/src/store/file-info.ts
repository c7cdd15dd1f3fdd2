import { IMAGE_TYPES } from '../image/image-info.js'
import { sanitizedName } from './sanitized-name.js'
import type { StoredFile } from './stored-file.js'

/** Creates the file info of the Upload API, with its keys in Uploadcare's order. */
export function fileInfo(file: StoredFile, isReady: boolean): Record<string, unknown> {
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
    content_info: isReady ? contentInfo(file) : null,
    is_ready: isReady,
    filename: sanitizedName(file.originalFilename),
    mime_type: file.declaredType,
    metadata: file.metadata,
  }
}

/** Returns the MIME type to serve a file with: of the image if it is one, otherwise the declared type. */
export function servedType({ image, declaredType }: StoredFile): string {
  return image === null ? declaredType : IMAGE_TYPES[image.format]
}

function contentInfo({ contentType, image }: StoredFile): Record<string, unknown> {
  const [type = '', subtype = ''] = contentType.split('/')
  return { mime: { mime: contentType, type, subtype }, ...(image !== null && { image }) }
}
