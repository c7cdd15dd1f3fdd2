import { isSecureUploadError } from '@secure-uploading/core/token'
import type { Queue } from '@uploadcare/upload-client'
import { DEFAULTS } from './defaults.js'
import { nameAndType } from './name-and-type.js'
import type { SentFile } from './sent-file.js'
import { sizeBytesOf } from './size-bytes-of.js'
import { toSliceable } from './to-sliceable.js'
import type { UploadContext } from './upload-context.js'
import { uploadDirect } from './upload-direct.js'
import type { UploadInput } from './upload-input.js'
import { uploadMultipart } from './upload-multipart.js'
import type { UploadOptions } from './upload-options.js'

const LEAST_MULTIPART_BYTES = DEFAULTS.multipartMinFileSize

/** Sends a file in one request or in parts, by its size. */
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
    return await uploadDirect(context, 'uri' in data ? data : sliceable, named, lane)
  } catch (error) {
    if (!isSecureUploadError(error, 'ERR_TOKEN_TOO_SHORT') || sizeBytes < LEAST_MULTIPART_BYTES) throw error
    context.emit({ type: 'split', sizeBytes })
    return inParts()
  }
}
