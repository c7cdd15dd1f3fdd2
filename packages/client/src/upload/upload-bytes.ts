import { isSecureUploadError } from '@secure-uploading/core/token'
import type { Queue, SupportedFileInput, UploadcareFile } from '@uploadcare/upload-client'
import type { UploadContext } from './upload-context.js'
import { uploadDirect } from './upload-direct.js'
import { uploadMultipart } from './upload-multipart.js'
import type { UploadOptions } from './upload-options.js'

/** The least that Uploadcare takes in parts. From here on a token that lives too short for the file does not matter. */
export const LEAST_MULTIPART_BYTES = 10 * 1024 * 1024

/** Uploads a file in one request or in parts, by its size. */
export async function uploadBytes(
  context: UploadContext,
  file: SupportedFileInput,
  options: UploadOptions,
  lane: Queue,
): Promise<UploadcareFile> {
  // React Native names a file by its address, and has no bytes to count or to cut.
  const sliceable = 'uri' in file ? await (await fetch(file.uri)).blob() : file
  const sizeBytes = 'size' in sliceable ? sliceable.size : sliceable.length
  const inParts = (): Promise<UploadcareFile> => uploadMultipart(context, sliceable, sizeBytes, options, lane)

  if (sizeBytes >= (options.multipartMinFileSize ?? LEAST_MULTIPART_BYTES)) return inParts()
  try {
    return await uploadDirect(context, file, options, lane)
  } catch (error) {
    if (!isSecureUploadError(error, 'ERR_TOKEN_TOO_SHORT') || sizeBytes < LEAST_MULTIPART_BYTES) throw error
    context.emit({ type: 'split', sizeBytes })
    return inParts()
  }
}
