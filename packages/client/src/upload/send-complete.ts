import { info, multipartComplete, UploadError, type FileInfo } from '@uploadcare/upload-client'
import { sendWithRetries } from './send-with-retries.js'
import type { UploadContext } from './upload-context.js'
import type { UploadOptions } from './upload-options.js'

/** Puts the parts of a file together. */
export function sendComplete(
  context: UploadContext,
  uuid: string,
  options: UploadOptions & { publicKey: string },
): Promise<FileInfo> {
  return sendWithRetries(context, 'multipart/complete', options, (attempt) =>
    multipartComplete(uuid, attempt).catch((error: unknown) => {
      // The answer to the request before may have been lost on its way.
      const isComplete = error instanceof UploadError && error.code === 'MultipartFileAlreadyUploadedError'
      if (!isComplete) throw error
      return info(uuid, attempt)
    }),
  )
}
