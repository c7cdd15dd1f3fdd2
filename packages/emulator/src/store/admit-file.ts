import type { Emulation } from '../emulation.js'
import { apiError } from '../errors/upload-api-error.js'
import { readImageInfo } from '../image/read-image-info.js'
import { isAllowedType } from '../projects/is-allowed-type.js'
import type { Project } from '../projects/project.js'
import { contentType } from './file-info.js'
import type { StoredFile } from './stored-file.js'

/** A file whose bytes are kept, before its project has looked at it. */
export type NewFile = Omit<StoredFile, 'uuid' | 'publicKey' | 'image' | 'uploadedAtMs'> & { uuid?: string }

/**
 * Looks at a file and holds it against the limits of its project. A refused file's bytes are freed.
 *
 * @throws {UploadApiError} when it is larger than the project allows, or of another type.
 */
export async function admitFile(
  { clock, randomUuid }: Pick<Emulation, 'clock' | 'randomUuid'>,
  { publicKey, maxFileSizeBytes, allowedTypes }: Project,
  newFile: NewFile,
): Promise<StoredFile> {
  const { bytes } = newFile
  try {
    if (maxFileSizeBytes !== null && bytes.sizeBytes > maxFileSizeBytes) {
      throw apiError('FileSizeLimitExceededError')
    }
    const image = await readImageInfo(bytes)
    const uuid = newFile.uuid ?? randomUuid()
    const file = { ...newFile, uuid, publicKey, image, uploadedAtMs: clock.nowMs() }
    if (allowedTypes !== null && !isAllowedType(contentType(file), allowedTypes)) {
      throw apiError('FileTypeForbiddenError')
    }
    return file
  } catch (error) {
    await bytes.discard()
    throw error
  }
}
