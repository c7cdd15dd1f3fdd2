import { isSecureUploadError } from '@secure-uploading/core/token'
import type { Queue } from '@uploadcare/upload-client'
import { nameAndType } from './name-and-type.js'
import type { SentFile } from './sent-file.js'
import { sizeBytesOf } from './size-bytes-of.js'
import { toSliceable } from './to-sliceable.js'
import type { UploadContext } from './upload-context.js'
import { uploadDirect } from './upload-direct.js'
import type { UploadInput } from './upload-input.js'
import { uploadMultipart } from './upload-multipart.js'
import type { UploadOptions } from './upload-options.js'

/** The least that Uploadcare takes in parts. From here on a token that lives too short for the file does not matter. */
export const LEAST_MULTIPART_BYTES = 10 * 1024 * 1024

/** Sends a file in one request or in parts, by its size. */
export async function uploadBytes(
  context: UploadContext,
  data: Exclude<UploadInput, string>,
  options: UploadOptions,
  lane: Queue,
): Promise<SentFile> {
  const sliceable = await toSliceable(data)
  const sizeBytes = sizeBytesOf(sliceable)
  const inParts = (): Promise<SentFile> =>
    uploadMultipart(context, sliceable, sizeBytes, nameAndType(data, options), lane)

  if (sizeBytes >= (options.multipartMinFileSize ?? LEAST_MULTIPART_BYTES)) return inParts()
  try {
    return await uploadDirect(context, 'uri' in data ? data : sliceable, options, lane)
  } catch (error) {
    if (!isSecureUploadError(error, 'ERR_TOKEN_TOO_SHORT') || sizeBytes < LEAST_MULTIPART_BYTES) throw error
    context.emit({ type: 'split', sizeBytes })
    return inParts()
  }
}
