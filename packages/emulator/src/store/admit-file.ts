import type { Emulation } from '../emulation.js'
import { apiError } from '../errors/upload-api-error.js'
import { detectType } from '../content/detect-type.js'
import { readImageInfo } from '../image/read-image-info.js'
import type { Project } from '../projects/project.js'
import { servedType } from './file-info.js'
import type { StoredFile } from './stored-file.js'

/** A file whose bytes are stored, before it is checked. */
export type NewFile = Omit<
  StoredFile,
  'uuid' | 'publicKey' | 'image' | 'contentType' | 'uploadedAtMs' | 'storedAtMs' | 'removedAtMs'
> & { uuid?: string; isStored: boolean }

/**
 * Inspects a file and checks the limits of its project. Discards the bytes of a refused file.
 *
 * @throws {UploadApiError} when the file exceeds the project's limits.
 */
export async function admitFile(
  { clock, randomUuid }: Pick<Emulation, 'clock' | 'randomUuid'>,
  { publicKey, maxFileSizeBytes, allowedTypes }: Project,
  { isStored, ...newFile }: NewFile,
): Promise<StoredFile> {
  const { bytes } = newFile
  try {
    if (maxFileSizeBytes !== null && bytes.sizeBytes > maxFileSizeBytes) {
      throw apiError('FileSizeLimitExceededError')
    }
    const image = await readImageInfo(bytes)
    const contentType = await detectType(bytes, image)
    const uuid = newFile.uuid ?? randomUuid()
    const uploadedAtMs = clock.nowMs()
    const storedAtMs = isStored ? uploadedAtMs : null
    const file = {
      ...newFile,
      uuid,
      publicKey,
      image,
      contentType,
      uploadedAtMs,
      storedAtMs,
      removedAtMs: null,
    }
    if (allowedTypes !== null && !isAllowedType(servedType(file), allowedTypes)) {
      throw apiError('FileTypeForbiddenError')
    }
    return file
  } catch (error) {
    await bytes.discard()
    throw error
  }
}

/** Checks a MIME type without its parameters; `image/*` allows all images. */
function isAllowedType(contentType: string, allowedTypes: readonly string[]): boolean {
  const type = contentType.replace(/;.*$/s, '').trim().toLowerCase()
  return allowedTypes.some((allowed) =>
    allowed.endsWith('/*') ? type.startsWith(allowed.slice(0, -1)) : type === allowed,
  )
}
