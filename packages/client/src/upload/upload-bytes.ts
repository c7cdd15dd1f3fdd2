import { isSecureUploadError } from '@secure-uploading/core/token'
import type { Queue } from '@uploadcare/upload-client'
import { DEFAULTS } from './defaults.js'
import { nameAndType } from './name-and-type.js'
import { sendBase } from './send-base.js'
import type { SentFile } from './sent-file.js'
import { sizeBytesOf } from './size-bytes-of.js'
import { toSliceable } from './to-sliceable.js'
import type { UploadContext } from './upload-context.js'
import type { UploadInput } from './upload-input.js'
import { uploadMultipart } from './upload-multipart.js'
import type { UploadOptions } from './upload-options.js'

const LEAST_MULTIPART_BYTES = DEFAULTS.multipartMinFileSize

/**
 * Sends a file in one request or in parts, by its size. In one request its token must outlive the body: Uploadcare judges
 * it at the end.
 *
 * @param lane bounds how many requests with a body are under way
 */
export async function uploadBytes(
  context: UploadContext,
  data: Exclude<UploadInput, string>,
  options: UploadOptions,
  lane: Queue,
): Promise<SentFile> {
  const sliceable = await toSliceable(data)
  const sizeBytes = sizeBytesOf(sliceable)
  const named = nameAndType(data, options)
  const inParts = (): Promise<SentFile> => uploadMultipart(context, sliceable, sizeBytes, named, lane)

  if (sizeBytes >= (options.multipartMinFileSize ?? LEAST_MULTIPART_BYTES)) return inParts()
  try {
    const bytes = 'uri' in data ? data : sliceable
    const { answer, publicKey } = await lane.add(() => sendBase(context, bytes, named))
    return { uuid: answer.file, publicKey }
  } catch (error) {
    if (!isSecureUploadError(error, 'ERR_TOKEN_TOO_SHORT') || sizeBytes < LEAST_MULTIPART_BYTES) throw error
    context.emit({ type: 'split', sizeBytes })
    return inParts()
  }
}
