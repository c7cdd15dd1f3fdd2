import { info, multipartComplete, UploadError, type FileInfo } from '@uploadcare/upload-client'
import { request } from '../requests/request.js'
import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'

/** Joins the parts of a file. */
export function sendComplete(
  context: RequestContext,
  uuid: string,
  options: UploadOptions & { publicKey: string },
): Promise<FileInfo> {
  return request(context, {
    name: 'multipart/complete',
    options,
    send: (attempt) =>
      multipartComplete(uuid, attempt).catch((error: unknown) => {
        // The answer to an earlier attempt may have been lost.
        const isComplete = error instanceof UploadError && error.code === 'MultipartFileAlreadyUploadedError'
        if (!isComplete) throw error
        return info(uuid, attempt)
      }),
  })
}
