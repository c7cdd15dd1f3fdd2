import { isSecureUploadError } from '@secure-uploading/core/token'
import { DEFAULTS } from '../requests/defaults.js'
import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'
import type { RequestQueue } from './create-request-queue.js'
import { sendBase } from './send-base.js'
import { isSentAsAsset, sizeBytesOf, toBytes } from './to-bytes.js'
import type { UploadInput } from './upload-input.js'
import { uploadMultipart, type SentFile } from './upload-multipart.js'

const LEAST_MULTIPART_BYTES = DEFAULTS.multipartMinFileSize

/**
 * Sends a file in one request or in parts, depending on its size. In one request, its token must outlive the body, because
 * Uploadcare checks the token at the end.
 *
 * @param options with the name and the type of the file
 * @param requestQueue limits the concurrent requests that have a body
 */
export async function uploadBytes(
  context: RequestContext,
  data: Exclude<UploadInput, string>,
  options: UploadOptions,
  requestQueue: RequestQueue,
): Promise<SentFile> {
  const bytes = await toBytes(data)
  const sizeBytes = sizeBytesOf(bytes)
  const inParts = (): Promise<SentFile> => uploadMultipart(context, bytes, sizeBytes, options, requestQueue)

  if (sizeBytes >= (options.multipartMinFileSize ?? LEAST_MULTIPART_BYTES)) return inParts()
  try {
    const body = isSentAsAsset(data) ? data : bytes
    const { answer, publicKey } = await requestQueue.add(() =>
      sendBase(context, body as typeof data, options, sizeBytes),
    )
    return { uuid: answer.file, publicKey }
  } catch (error) {
    if (!isSecureUploadError(error, 'ERR_TOKEN_TOO_SHORT') || sizeBytes < LEAST_MULTIPART_BYTES) throw error
    context.emit({ type: 'split', sizeBytes })
    return inParts()
  }
}
